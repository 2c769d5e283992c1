"use client";

import { useRef, type ReactNode } from "react";
import { socialWords } from "../i18n/en/social.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { Divider } from "./divider.js";
import { FormAlert, type FormAlertProps } from "./form-alert.js";
import type { FormProgress } from "./form-progress.js";
import { HostedButton } from "./hosted-button.js";
import { usePartProps } from "./part-props.js";
import { SlowNotice } from "./slow-notice.js";
import { SocialList, type SocialItem, type SocialListProps } from "./social-list.js";
import { TextButton } from "./text-button.js";

/** How a sign-in by a connection goes. */
export interface SocialProgress extends Pick<FormProgress, "submit" | "failure" | "hosted"> {
  readonly tone: NonNullable<FormAlertProps["tone"]>;
  /** Gives up the window that is open; undefined where none is. */
  readonly cancel: (() => void) | undefined;
}

/** What `SocialWays` takes. */
export interface SocialWaysProps {
  readonly social: SocialProgress & {
    readonly buttons: readonly SocialItem[];
    readonly choose: SocialListProps["onChoose"];
  };
  /** Whether a form beside it is being sent, so that nothing happens for a press. */
  readonly isHeld?: boolean | undefined;
  /** Whether a form follows, so that "or" stands between. */
  readonly divider?: boolean | undefined;
}

/** The buttons of other ways in, and what became of them; nothing where there are none. */
export function SocialWays({ social, isHeld = false, divider }: SocialWaysProps): ReactNode {
  const { submit, failure, hosted, tone, cancel, buttons, choose } = social;
  const partProps = usePartProps();
  const messages = useMessages(socialWords);
  const element = useRef<HTMLDivElement>(null);
  const { elsewhere, cancel: cancelWords } = messages.social;
  const isStale = failure?.isStale && !hosted?.isPending;
  if (buttons.length === 0) return null;
  return (
    <>
      <div {...partProps("social")} ref={element} data-state={cancel ? "elsewhere" : submit}>
        <SocialList
          items={isHeld ? buttons.map(hold) : buttons}
          onChoose={(connection) => !isHeld && choose(connection)}
        />
        <div {...partProps("outcome")}>
          <FormAlert attempt={failure?.attempt} isStale={isStale} tone={tone}>
            {failure && translate(messages, failure.problem)}
          </FormAlert>
          {hosted && (
            <HostedButton key={failure?.attempt} autoFocus way={hosted} isStale={isStale} />
          )}
          <div {...partProps("elsewhere")}>
            <span role="status">{cancel && elsewhere}</span>{" "}
            {cancel && <TextButton onClick={() => giveUp(cancel)}>{cancelWords}</TextButton>}
          </div>
          <SlowNotice isPending={submit === "pending" && !cancel}>
            {messages.progress.slow}
          </SlowNotice>
        </div>
      </div>
      {divider && <Divider />}
    </>
  );

  /** The way to give up goes with the window, so the focus goes back to the button that has opened it. */
  function giveUp(close: () => void): void {
    element.current?.querySelector<HTMLElement>('[data-state="pending"]')?.focus();
    close();
  }
}

function hold(item: SocialItem): SocialItem {
  return { ...item, state: item.state === "pending" ? "pending" : "held" };
}

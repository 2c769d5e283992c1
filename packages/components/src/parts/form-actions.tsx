"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { Countdown } from "./countdown.js";
import { FormAlert } from "./form-alert.js";
import type { FormProgress } from "./form-progress.js";
import { HostedButton } from "./hosted-button.js";
import { usePartProps } from "./part-props.js";
import { SlowNotice } from "./slow-notice.js";
import { SubmitButton } from "./submit-button.js";

/** What `FormActions` takes. */
export interface FormActionsProps {
  readonly words: { readonly submit: string; readonly pending: string; readonly done: string };
  readonly progress: FormProgress;
}

/** The end of a form: what went wrong, the way on, and what it is doing. */
export function FormActions({ words, progress }: FormActionsProps): ReactNode {
  const { submit, isHydrated, failure, coolDown, hosted } = progress;
  const partProps = usePartProps();
  const messages = useMessages();
  const { slow, wait } = messages.progress;
  return (
    <div {...partProps("actions")}>
      <FormAlert
        attempt={failure?.attempt}
        isStale={failure?.isStale}
        tone={hosted && !hosted.error ? "notice" : "danger"}
      >
        {failure && translate(messages, hosted?.error ?? failure.problem)}
      </FormAlert>
      {hosted && (
        // It appears with its explanation, as the one thing left to do.
        <HostedButton key={failure?.attempt} autoFocus way={hosted} isStale={failure?.isStale} />
      )}
      <SubmitButton
        variant={hosted ? "quiet" : "primary"}
        state={submit}
        disabled={!isHydrated}
        pendingLabel={words.pending}
        doneLabel={words.done}
        countdown={
          coolDown && (
            <Countdown key={failure?.attempt} {...coolDown}>
              {wait}
            </Countdown>
          )
        }
      >
        {words.submit}
      </SubmitButton>
      <SlowNotice isPending={submit === "pending"}>{slow}</SlowNotice>
    </div>
  );
}

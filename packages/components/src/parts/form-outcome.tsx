"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { FormAlert } from "./form-alert.js";
import type { FormProgress } from "./form-progress.js";
import { HostedButton } from "./hosted-button.js";
import { usePartProps } from "./part-props.js";
import { SlowNotice } from "./slow-notice.js";

/** What `FormOutcome` takes. */
export interface FormOutcomeProps {
  readonly progress: Pick<FormProgress, "submit" | "failure" | "hosted">;
  /** Leads out of what went wrong, below the words for it. */
  readonly children?: ReactNode;
}

/** What went wrong with a form as a whole, and the way on. It stands last, so that it moves nothing when it comes. */
export function FormOutcome({ progress, children }: FormOutcomeProps): ReactNode {
  const { submit, failure, hosted } = progress;
  const partProps = usePartProps();
  const messages = useMessages();
  return (
    <div {...partProps("outcome")}>
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
      {children}
      <SlowNotice isPending={submit === "pending"}>{messages.progress.slow}</SlowNotice>
    </div>
  );
}

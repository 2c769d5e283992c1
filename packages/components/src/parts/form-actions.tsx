"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { Countdown } from "./countdown.js";
import type { FormProgress } from "./form-progress.js";
import { SubmitButton } from "./submit-button.js";

/** What `FormActions` takes. */
export interface FormActionsProps {
  readonly words: { readonly submit: string; readonly pending: string; readonly done: string };
  readonly progress: FormProgress;
  /** Whether another button is the one to press. */
  readonly isSecond?: boolean | undefined;
}

/** The button of a form, with what it is doing. */
export function FormActions({ words, progress, isSecond }: FormActionsProps): ReactNode {
  const { submit, isHydrated, failure, coolDown, hosted } = progress;
  const { wait } = useMessages().progress;
  return (
    <SubmitButton
      variant={hosted || isSecond ? "quiet" : "primary"}
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
  );
}

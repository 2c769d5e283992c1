"use client";

import type { ReactNode } from "react";
import { codeSchema, type CodeValues } from "../form/step-schemas.js";
import { linkAccountsWords } from "../i18n/en/link-accounts.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { Button } from "../parts/button.js";
import { CodeField } from "../parts/code-field.js";
import { ResendButton } from "../parts/resend-button.js";
import { Ways } from "../parts/ways.js";
import type { CodeStep } from "./link-accounts-step.js";
import { StepFormView } from "./step-form-view.js";
import { useStepForm } from "./use-step-form.js";

/** Asks for the code that was sent. */
export function CodeForm({ step }: { readonly step: CodeStep }): ReactNode {
  const messages = useMessages(linkAccountsWords);
  const { fields, linkAccounts: words } = messages;
  const { state, sending, challenge, inWindow } = step;
  const form = useStepForm<CodeValues>(
    { schema: codeSchema, fields: ["code"], secrets: ["code"], retry: "code" },
    // What went wrong with another message is said as well, unless a code is being checked.
    state.status === "idle" && sending.status === "failed" ? sending : state,
    ({ code }) => step.verify(code),
  );
  const { problem, ...code } = form.field("code");
  return (
    <StepFormView
      form={form}
      words={words.code}
      after={
        <Ways>
          <ResendButton
            resendAt={challenge.resendAt}
            status={sending.status}
            onResend={step.resend}
          />
        </Ways>
      }
      remedy={
        inWindow && (
          <Button variant="primary" onClick={inWindow}>
            {words.inWindow}
          </Button>
        )
      }
    >
      <CodeField
        {...code}
        label={fields.code}
        autoFocus
        error={problem && translate(messages, problem)}
      />
    </StepFormView>
  );
}

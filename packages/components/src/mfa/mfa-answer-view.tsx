"use client";

import type { ReactNode } from "react";
import { mfaWords } from "../i18n/en/mfa.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { CodeField } from "../parts/code-field.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";
import { TextField } from "../parts/text-field.js";
import type { MfaAnswering } from "./mfa-form-steps.js";
import { MfaSetUp } from "./mfa-set-up.js";
import { MfaWays } from "./mfa-ways.js";

/** What `MfaAnswerView` takes. */
export interface MfaAnswerViewProps extends FormViewProps {
  readonly step: MfaAnswering;
  readonly form: FormCardProps["form"] & { readonly code: BoundField };
}

/** How the form for a code looks; where it confirms an app, with what the app has to know. */
export function MfaAnswerView(props: MfaAnswerViewProps): ReactNode {
  const { step, form, autoFocus, ...card } = props;
  const { factor, name, enrollment } = step;
  const messages = useMessages(mfaWords);
  const { mfa, fields } = messages;
  const { problem, ...bound } = form.code;
  const error = problem && translate(messages, problem);
  const isApp = enrollment?.barcodeUri !== undefined;
  const words = isApp ? { ...mfa.verify, title: mfa.enroll.otpTitle } : mfa.verify;
  return (
    <FormCard
      {...card}
      form={form}
      words={words}
      text={isApp ? mfa.enroll.otpText : mfa.verify.text[factor](name)}
      before={
        isApp && <MfaSetUp enrollment={enrollment} label={words.title} autoFocus={autoFocus} />
      }
      after={<MfaWays {...step} />}
    >
      {factor === "recovery-code" ? (
        <TextField
          {...bound}
          label={fields.recoveryCode}
          error={error}
          autoFocus={autoFocus}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          aria-required
        />
      ) : (
        <CodeField
          {...bound}
          label={fields.code}
          error={error}
          // The app has to be told first.
          autoFocus={autoFocus && !isApp}
        />
      )}
    </FormCard>
  );
}

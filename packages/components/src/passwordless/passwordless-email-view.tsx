"use client";

import type { ReactNode } from "react";
import { passwordlessWords } from "../i18n/en/passwordless.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { CaptchaBox, type CaptchaBoxProps } from "../parts/captcha-box.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";
import { EmailField } from "../parts/email-field.js";

/** What `PasswordlessEmailView` takes. */
export interface PasswordlessEmailViewProps extends FormViewProps {
  readonly form: FormCardProps["form"] & {
    readonly email: BoundField;
    readonly send: "code" | "link";
    readonly captcha: CaptchaBoxProps | undefined;
  };
  /** Stands below the form's button. */
  readonly ways: ReactNode;
}

/** How the step looks that asks for an e-mail address. */
export function PasswordlessEmailView(props: PasswordlessEmailViewProps): ReactNode {
  const { form, ways, autoFocus, ...card } = props;
  const messages = useMessages(passwordlessWords);
  const { email: words } = messages.passwordless;
  const { problem, ...email } = form.email;
  const { titleLink: title, submitLink: submit } = words;
  return (
    <FormCard
      {...card}
      text={words.text}
      form={form}
      words={form.send === "link" ? { ...words, title, submit } : words}
      after={ways}
    >
      {!form.isInvited && (
        <EmailField
          {...email}
          enterKeyHint="send"
          autoFocus={autoFocus}
          error={problem && translate(messages, problem)}
        />
      )}
      {form.captcha && <CaptchaBox {...form.captcha} />}
    </FormCard>
  );
}

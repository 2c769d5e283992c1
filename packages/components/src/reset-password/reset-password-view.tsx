"use client";

import type { ReactNode } from "react";
import { resetPasswordWords } from "../i18n/en/reset-password.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { CaptchaBox, type CaptchaBoxProps } from "../parts/captcha-box.js";
import { Footer } from "../parts/footer.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";
import { EmailField } from "../parts/email-field.js";

/** What `ResetPasswordView` takes. */
export interface ResetPasswordViewProps extends FormViewProps {
  readonly form: FormCardProps["form"] & {
    readonly email: BoundField;
    readonly captcha: CaptchaBoxProps | undefined;
    readonly typedEmail: () => string;
  };
  readonly onLogin: ((email: string) => void) | undefined;
}

/** How the form for a new password looks. */
export function ResetPasswordView(props: ResetPasswordViewProps): ReactNode {
  const { form, onLogin, autoFocus, ...card } = props;
  const messages = useMessages(resetPasswordWords);
  const { resetPassword: words } = messages;
  const { problem, ...email } = form.email;
  const footer = onLogin && (
    <Footer action={words.backToLogin} onAction={() => onLogin(form.typedEmail())} />
  );
  return (
    <FormCard {...card} form={form} words={words} text={words.text} after={footer}>
      <EmailField
        {...email}
        autoComplete="username"
        enterKeyHint="send"
        autoFocus={autoFocus}
        error={problem && translate(messages, problem)}
      />
      {form.captcha && <CaptchaBox {...form.captcha} />}
    </FormCard>
  );
}

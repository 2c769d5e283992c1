"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { Footer } from "../parts/footer.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";
import { PasswordField } from "../parts/password-field.js";
import { TextField } from "../parts/text-field.js";

/** What `LoginView` takes. */
export interface LoginViewProps extends FormViewProps {
  readonly form: FormCardProps["form"] & {
    readonly email: BoundField;
    readonly password: BoundField;
    readonly first: "email" | "password";
    readonly typedEmail: () => string;
  };
  readonly onSignup?: ((email: string) => void) | undefined;
}

/** How a login form looks. */
export function LoginView({ form, onSignup, autoFocus, ...card }: LoginViewProps): ReactNode {
  const messages = useMessages();
  const { login, fields } = messages;
  const { problem: emailProblem, ...email } = form.email;
  const { problem: passwordProblem, ...password } = form.password;
  const footer = onSignup && (
    <Footer
      question={login.otherQuestion}
      action={login.other}
      onAction={() => onSignup(form.typedEmail())}
    />
  );
  return (
    <FormCard {...card} form={form} words={login} after={footer}>
      <TextField
        {...email}
        label={fields.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="next"
        aria-required
        autoFocus={autoFocus && form.first === "email"}
        error={emailProblem && translate(messages, emailProblem)}
      />
      <PasswordField
        {...password}
        label={fields.password}
        autoComplete="current-password"
        enterKeyHint="go"
        aria-required
        autoFocus={autoFocus && form.first === "password"}
        error={passwordProblem && translate(messages, passwordProblem)}
      />
    </FormCard>
  );
}

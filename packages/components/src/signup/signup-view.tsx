"use client";

import { useId, type ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { Footer } from "../parts/footer.js";
import { FormCard, type FormCardProps, type FormViewProps } from "../parts/form-card.js";
import { PasswordField } from "../parts/password-field.js";
import { TextField } from "../parts/text-field.js";

/** What `SignupView` takes. */
export interface SignupViewProps extends FormViewProps {
  readonly form: FormCardProps["form"] & {
    readonly email: BoundField;
    readonly password: BoundField;
    readonly first: "email" | "password";
    readonly typedEmail: () => string;
  };
  /** Stands below the password, tied to it by the id. */
  readonly checklist?: ((id: string) => ReactNode) | undefined;
  readonly onLogin?: ((email: string) => void) | undefined;
}

/** How a sign-up form looks. */
export function SignupView(props: SignupViewProps): ReactNode {
  const { form, checklist, onLogin, autoFocus, ...card } = props;
  const messages = useMessages();
  const { signup, fields } = messages;
  const checklistId = useId();
  const { problem: emailProblem, ...email } = form.email;
  const { problem: passwordProblem, ...password } = form.password;
  const footer = onLogin && (
    <Footer
      question={signup.otherQuestion}
      action={signup.other}
      onAction={() => onLogin(form.typedEmail())}
    />
  );
  return (
    <FormCard {...card} form={form} words={signup} after={footer}>
      <TextField
        {...email}
        label={fields.email}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="next"
        aria-required
        autoFocus={autoFocus && form.first === "email"}
        error={emailProblem && translate(messages, emailProblem)}
      />
      <PasswordField
        {...password}
        label={fields.newPassword}
        autoComplete="new-password"
        enterKeyHint="go"
        aria-required
        aria-describedby={checklist && checklistId}
        autoFocus={autoFocus && form.first === "password"}
        error={passwordProblem && translate(messages, passwordProblem)}
      >
        {checklist?.(checklistId)}
      </PasswordField>
    </FormCard>
  );
}

"use client";

import type { ReactNode } from "react";
import { loginWords } from "../i18n/en/login.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { Button } from "../parts/button.js";
import { ElsewhereNote } from "../parts/elsewhere-note.js";
import { Footer } from "../parts/footer.js";
import { FormCard, type FormViewProps } from "../parts/form-card.js";
import { PasswordField } from "../parts/password-field.js";
import { TextButton } from "../parts/text-button.js";
import { IdentifierView, type IdentifierViewProps } from "./identifier-view.js";
import type { PasswordLogin } from "./use-password-login.js";

/** What `LoginView` takes. */
export interface LoginViewProps extends FormViewProps {
  readonly form: PasswordLogin;
  /** The other ways in; they stand above the form. */
  readonly ways: ReactNode;
  readonly phoneLooks: IdentifierViewProps["phoneLooks"];
  readonly onSignup?: ((identifier: string) => void) | undefined;
  readonly onForgotPassword?: ((identifier: string) => void) | undefined;
  readonly onPasswordless?: ((identifier: string) => void) | undefined;
}

/** How a login form looks. */
export function LoginView(props: LoginViewProps): ReactNode {
  const { form, ways, phoneLooks, autoFocus, onSignup, onForgotPassword, ...others } = props;
  const { onPasswordless, ...card } = others;
  const messages = useMessages(loginWords);
  const { login, fields } = messages;
  const { problem, ...password } = form.password;
  const { failure, latestError, typedIdentifier } = form;
  const isElsewhere = form.enterprise !== undefined;
  const isLeaked = failure !== undefined && latestError?.code === "password_leaked";
  const forgot = onForgotPassword && (() => onForgotPassword(typedIdentifier()));
  return (
    <FormCard
      {...card}
      form={form}
      words={isElsewhere ? { ...login, submit: login.enterpriseSubmit } : login}
      text={
        onSignup && (
          <Footer
            question={login.otherQuestion}
            action={login.other}
            onAction={() => onSignup(typedIdentifier())}
          />
        )
      }
      before={ways}
      after={
        onPasswordless && (
          <Footer action={login.byCode} onAction={() => onPasswordless(typedIdentifier())} />
        )
      }
      remedy={
        isLeaked &&
        forgot && (
          <Button
            key={failure.attempt}
            variant="primary"
            autoFocus
            data-state={failure.isStale ? "stale" : "ready"}
            onClick={forgot}
          >
            {login.reset}
          </Button>
        )
      }
    >
      {!form.isInvited && (
        <IdentifierView
          form={form}
          phoneLooks={phoneLooks}
          autoFocus={autoFocus && form.first === "identifier"}
          status={<ElsewhereNote isShown={isElsewhere}>{login.enterprise}</ElsewhereNote>}
        />
      )}
      {!form.isInvited && !isElsewhere && (
        <PasswordField
          {...password}
          label={fields.password}
          aside={forgot && <TextButton onClick={forgot}>{login.forgot}</TextButton>}
          autoComplete="current-password"
          enterKeyHint="go"
          aria-required
          autoFocus={autoFocus && form.first === "password"}
          error={problem && translate(messages, problem)}
        />
      )}
    </FormCard>
  );
}

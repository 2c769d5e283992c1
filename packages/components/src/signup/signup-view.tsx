"use client";

import { useId, type ReactNode } from "react";
import { signupWords } from "../i18n/en/signup.js";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import type { BoundField } from "../parts/bound-field.js";
import { CaptchaBox } from "../parts/captcha-box.js";
import { CheckboxField, type CheckboxFieldProps } from "../parts/checkbox-field.js";
import { Footer } from "../parts/footer.js";
import { FormCard, type FormViewProps } from "../parts/form-card.js";
import { usePartProps } from "../parts/part-props.js";
import { PasswordField } from "../parts/password-field.js";
import { PhoneField, type PhoneFieldProps } from "../parts/phone-field.js";
import { EmailField } from "../parts/email-field.js";
import { TextField } from "../parts/text-field.js";
import type { PlainSignup } from "./use-signup-form.js";

/** What `SignupView` takes. */
export interface SignupViewProps extends FormViewProps {
  readonly form: PlainSignup;
  /** The other ways in; they stand above the form. */
  readonly ways: ReactNode;
  /** Which of the fields may be left empty. */
  readonly optional: readonly ("phone" | "username")[];
  readonly phoneLooks: Pick<PhoneFieldProps, "countries" | "defaultCountry">;
  /** Stands below the password, tied to it by the id. */
  readonly checklist?: ((id: string) => ReactNode) | undefined;
  /** The app's own fields. */
  readonly extra?: ReactNode;
  readonly terms?: ReactNode;
  readonly onLogin?: ((email: string) => void) | undefined;
}

/** How a sign-up form looks. */
export function SignupView(props: SignupViewProps): ReactNode {
  const { form, ways, optional, phoneLooks, checklist, extra, terms, onLogin, autoFocus, ...card } =
    props;
  const { first, phone, phoneCountry, username, terms: agreement, captcha } = form;
  const messages = useMessages(signupWords);
  const { signup, fields } = messages;
  const checklistId = useId();
  const footer = onLogin && (
    <Footer
      question={signup.otherQuestion}
      action={signup.other}
      onAction={() => onLogin(form.typedEmail())}
    />
  );
  return (
    <FormCard {...card} form={form} words={signup} text={footer} before={ways}>
      {!form.isInvited && (
        <>
          <EmailField
            {...shown(form.email)}
            enterKeyHint="next"
            autoFocus={autoFocus && first === "email"}
          />
          {phone && phoneCountry && (
            <PhoneField
              {...phoneLooks}
              {...shown(phone)}
              country={phoneCountry}
              label={fields.phone}
              enterKeyHint="next"
              {...need("phone")}
              autoFocus={autoFocus && first === "phone"}
            />
          )}
          {username && (
            <TextField
              {...shown(username)}
              label={fields.username}
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="next"
              {...need("username")}
              autoFocus={autoFocus && first === "username"}
            />
          )}
          <PasswordField
            {...shown(form.password)}
            label={fields.newPassword}
            autoComplete="new-password"
            enterKeyHint={extra ? "next" : "go"}
            aria-required
            aria-describedby={checklist && checklistId}
            autoFocus={autoFocus && first === "password"}
          >
            {checklist?.(checklistId)}
          </PasswordField>
          {extra}
        </>
      )}
      <Terms agreement={agreement && shown(agreement)}>{terms}</Terms>
      {captcha && <CaptchaBox {...captcha} />}
    </FormCard>
  );

  function shown({ problem, ...binding }: BoundField) {
    return { ...binding, error: problem && translate(messages, problem) };
  }

  function need(name: (typeof optional)[number]) {
    const isOptional = optional.includes(name);
    return { isOptional, "aria-required": isOptional ? undefined : true };
  }
}

interface TermsProps {
  readonly agreement: Omit<CheckboxFieldProps, "label"> | undefined;
  readonly children: ReactNode;
}

/** What to agree to: with a box to tick where that is asked for. */
function Terms({ agreement, children }: TermsProps): ReactNode {
  const partProps = usePartProps();
  if (agreement) return <CheckboxField {...agreement} label={children} aria-required />;
  return children && <p {...partProps("terms")}>{children}</p>;
}

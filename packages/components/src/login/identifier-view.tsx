"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { translate } from "../i18n/translate.js";
import { PhoneField, type PhoneFieldProps } from "../parts/phone-field.js";
import { TextField, type TextFieldProps } from "../parts/text-field.js";
import type { PasswordLogin } from "./use-password-login.js";

/** What `IdentifierView` takes besides the attributes of its input. */
export interface IdentifierViewProps extends Pick<TextFieldProps, "autoFocus" | "status"> {
  readonly form: Pick<PasswordLogin, "kind" | "identifier" | "country">;
  readonly phoneLooks: Pick<PhoneFieldProps, "countries" | "defaultCountry">;
}

/** The field for what somebody signs in with. Password managers know every kind of it as the user name. */
export function IdentifierView({ form, phoneLooks, ...native }: IdentifierViewProps): ReactNode {
  const messages = useMessages();
  const { fields } = messages;
  const { kind, country } = form;
  const { problem, ...bound } = form.identifier;
  const field = {
    ...bound,
    ...native,
    autoComplete: "username",
    enterKeyHint: "next",
    "aria-required": true,
    error: problem && translate(messages, problem),
  } as const;
  if (country) {
    const { problem: _, ...binding } = country;
    return <PhoneField {...phoneLooks} {...field} label={fields.phone} country={binding} />;
  }
  const isEmail = kind === "email";
  const labels = { email: fields.email, username: fields.username, either: fields.emailOrUsername };
  return (
    <TextField
      {...field}
      key={kind}
      label={labels[kind === "phone" ? "either" : kind]}
      type={isEmail ? "email" : "text"}
      inputMode={kind === "username" ? "text" : "email"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}

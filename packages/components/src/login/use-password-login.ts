"use client";

import { useEffect } from "react";
import { phoneNumbers, usePhoneNumbers } from "../form/phone-numbers.js";
import type { AppSchema } from "../form/schema-resolver.js";
import { useSignInForm, type SignInForm, type SignInOptions } from "../form/use-sign-in-form.js";
import type { BoundField } from "../parts/bound-field.js";
import { judgeLogin, typedIdentifier, type LoginValues } from "./judge-login.js";
import { identifierName, type LoginIdentifier } from "./login-identifier.js";
import { useEnterprise, type EnterpriseOptions } from "./use-enterprise.js";
import { useEnterpriseForm } from "./use-enterprise-form.js";
import { useLoginFlow } from "./use-login-flow.js";
import { useFilledIn, useRememberedName } from "./use-remembered-name.js";

/** What `usePasswordLogin` takes. */
export interface PasswordLoginOptions extends SignInOptions, EnterpriseOptions {
  /** What somebody signs in with; `email` if not given. */
  readonly identifier?: LoginIdentifier | undefined;
  /** What the form starts with. Read once. */
  readonly defaultValues?:
    | {
        readonly email?: string | undefined;
        readonly username?: string | undefined;
        readonly phone?: string | undefined;
      }
    | undefined;
  /** Fills in the name that somebody last signed in with at this browser; false if not given. */
  readonly lastUsed?: boolean | undefined;
  /**
   * Judges what our own rules let pass, before anything is sent, and its messages are shown: at the field that they are
   * about, or else with the form. It gets all that the form holds: the name as `email`, `username`, or `phone` and
   * `phone_country`, and the password, which is then in your hands.
   */
  readonly schema?: AppSchema<LoginValues> | undefined;
}

/** Everything that a login form shows and does, but for the other ways in. */
export interface PasswordLogin extends Omit<SignInForm<LoginValues>, "field" | "control"> {
  /** What the first field is for. */
  readonly kind: LoginIdentifier;
  readonly identifier: BoundField;
  /** The country of a phone number; undefined for any other kind. */
  readonly country: BoundField | undefined;
  readonly password: BoundField;
  /** Which field a reader starts with. */
  readonly first: "identifier" | "password";
  /** What stands in the first field; a phone number in E.164. */
  readonly typedIdentifier: () => string;
  /** The enterprise connection that what was typed belongs to: the form leads there, and needs no password. */
  readonly enterprise: string | undefined;
}

/** Binds a login form to `useLogin`. `giveUpOther` is called when it is sent: it gives up another way in. */
export function usePasswordLogin(
  options: PasswordLoginOptions,
  giveUpOther: () => void,
): PasswordLogin {
  const { identifier: kind = "email", defaultValues, lastUsed } = options;
  const name = identifierName(kind);
  const given = givenName(kind, defaultValues);
  const remembered = useRememberedName(kind, lastUsed);
  const enterprise = useEnterprise(options, kind);
  const { connectionOf } = enterprise;
  const { field, control, ...form } = useSignInForm<LoginValues>(
    {
      schema: judgeLogin(kind, (typed) => connectionOf(typed) !== undefined, usePhoneNumbers()),
      appSchema: options.schema,
      fields: kind === "phone" ? ["phone", "phone_country", "password"] : [name, "password"],
      unseen: ["phone_country"],
      secrets: ["password"],
      retry: "password",
      defaultValues: given ? { [name]: given } : undefined,
    },
    useLoginFlow(kind, { connectionOf, invitation: options.invitation }, giveUpOther),
    options,
    (values) => typedIdentifier(kind, values),
  );
  useFilledIn(kind, remembered, control);
  useEffect(() => {
    // What is typed is wanted in E.164 before the form is judged.
    if (kind === "phone") phoneNumbers.load().catch((error: unknown) => reportError(error));
  }, [kind]);
  const bound = useEnterpriseForm(enterprise, { ...form, control, kind }, field(name));

  return {
    ...form,
    props: bound.props,
    submit: bound.isAsking ? "pending" : form.submit,
    kind,
    identifier: bound.identifier,
    country: kind === "phone" ? field("phone_country") : undefined,
    password: field("password"),
    first: (given ?? remembered) ? "password" : "identifier",
    typedIdentifier: () => typedIdentifier(kind, control.getValues()),
    enterprise: bound.connection,
  };
}

function givenName(
  kind: LoginIdentifier,
  { email, username, phone }: NonNullable<PasswordLoginOptions["defaultValues"]> = {},
): string | undefined {
  const names = { email, username, either: username ?? email, phone };
  return names[kind] || undefined;
}

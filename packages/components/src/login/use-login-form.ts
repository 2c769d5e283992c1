"use client";

import { useSignInForm, type SignInForm, type SignInOptions } from "../form/use-sign-in-form.js";
import { useSocialLogin, type SocialLogin, type SocialOptions } from "../form/use-social-login.js";
import type { BoundField } from "../parts/bound-field.js";
import { identifierName, type LoginIdentifier } from "./login-identifier.js";
import { loginSchema, typedIdentifier, type LoginValues } from "./login-schema.js";
import { useEnterprise, type EnterpriseOptions } from "./use-enterprise.js";
import { useEnterpriseForm } from "./use-enterprise-form.js";
import { useLoginFlow } from "./use-login-flow.js";
import { useFilledIn, useRememberedName } from "./use-remembered-name.js";

/** What `useLoginForm` takes. */
export interface LoginFormOptions extends SignInOptions, SocialOptions, EnterpriseOptions {
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
}

/** Everything that a login form shows and does, for a view of your own. */
export interface LoginForm extends Omit<SignInForm<LoginValues>, "field" | "control"> {
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
  /** The other ways in. */
  readonly social: SocialLogin;
}

/** A login form without its looks: react-hook-form holds the values, `useLogin` sends them. */
export function useLoginForm(options: LoginFormOptions = {}): LoginForm {
  const { identifier: kind = "email", defaultValues, lastUsed } = options;
  const name = identifierName(kind);
  const given = givenName(kind, defaultValues);
  const remembered = useRememberedName(kind, lastUsed);
  const social = useSocialLogin(options);
  const enterprise = useEnterprise(options, kind);
  const { connectionOf } = enterprise;
  const { field, control, ...form } = useSignInForm<LoginValues>(
    {
      schema: loginSchema(kind, (typed) => connectionOf(typed) !== undefined),
      fields: kind === "phone" ? ["phone", "phone_country", "password"] : [name, "password"],
      secrets: ["password"],
      retry: "password",
      defaultValues: given ? { [name]: given } : undefined,
    },
    useLoginFlow(kind, connectionOf, social.cancel),
    options,
    typedIdentifier,
  );
  useFilledIn(kind, remembered, control);
  const bound = useEnterpriseForm(enterprise, { ...form, control }, field(name));

  return {
    ...form,
    props: bound.props,
    submit: bound.isAsking ? "pending" : form.submit,
    kind,
    identifier: bound.identifier,
    country: kind === "phone" ? field("phone_country") : undefined,
    password: field("password"),
    first: (given ?? remembered) ? "password" : "identifier",
    typedIdentifier: () => typedIdentifier(control.getValues()),
    enterprise: bound.connection,
    social,
  };
}

function givenName(
  kind: LoginIdentifier,
  { email, username, phone }: NonNullable<LoginFormOptions["defaultValues"]> = {},
): string | undefined {
  const names = { email, username, either: username ?? email, phone };
  return names[kind] || undefined;
}

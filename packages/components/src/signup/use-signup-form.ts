"use client";

import { useSignup, type Accepted, type AuthError, type PasswordRule } from "@portico/react";
import { useMemo } from "react";
import { policyRules, type PasswordPolicy } from "../form/password-rules.js";
import type { LiveValue } from "../form/policy-checklist.js";
import { useSignInForm, type SignInForm, type SignInOptions } from "../form/use-sign-in-form.js";
import type { BoundField } from "../parts/bound-field.js";
import { signupSchema, type SignupValues } from "./signup-schema.js";

/** What `useSignupForm` takes. */
export interface SignupFormOptions extends SignInOptions {
  /** What the form starts with. Read once. */
  readonly defaultValues?: { readonly email?: string | undefined } | undefined;
  /** Called when the account is there and nobody was signed in. */
  readonly onAccepted?: ((email: string) => void) | undefined;
  /** Whether to sign in at once; true if not given. */
  readonly signIn?: boolean | undefined;
  /** The connection's password policy, to judge by while typing; without it the tenant alone judges. */
  readonly passwordPolicy?: PasswordPolicy | undefined;
}

/** Everything that a sign-up form shows and does, for a view of your own. */
export interface SignupForm extends Omit<SignInForm<SignupValues>, "field" | "control"> {
  readonly email: BoundField;
  readonly password: BoundField;
  /** Which field a reader starts with. */
  readonly first: "email" | "password";
  /** What stands in the e-mail field. */
  readonly typedEmail: () => string;
  /** The account is there and nobody was signed in. */
  readonly accepted: Accepted | undefined;
  /** The rules for a password: the policy's, or those that the tenant refused one by. */
  readonly rules: readonly PasswordRule[];
  /** What stands in the password field, to judge it without a render. */
  readonly typedPassword: LiveValue;
}

/** A sign-up form without its looks: react-hook-form holds the values, `useSignup` sends them. */
export function useSignupForm(options: SignupFormOptions = {}): SignupForm {
  const { onAccepted, signIn, passwordPolicy, ...rest } = options;
  const { signup, state } = useSignup();
  const schema = useMemo(() => signupSchema(passwordPolicy), [passwordPolicy]);
  const email = options.defaultValues?.email;
  const { field, control, ...form } = useSignInForm<SignupValues>(
    {
      schema,
      fields: ["email", "password"],
      secrets: ["password"],
      retry: "password",
      defaultValues: email ? { email } : undefined,
    },
    { state, run: (values, params) => signup({ ...values, ...params, signIn }), onAccepted },
    rest,
    (values) => values.email?.trim(),
  );
  const { getValues, subscribe } = control;
  const typedPassword = useMemo(
    () => ({
      get: () => getValues("password") ?? "",
      subscribe: (callback: () => void) =>
        subscribe({ name: "password", formState: { values: true }, callback }),
    }),
    [getValues, subscribe],
  );
  const { outcome } = state.status === "succeeded" ? state : {};
  return {
    ...form,
    email: field("email"),
    password: field("password"),
    first: email ? "password" : "email",
    typedEmail: () => (getValues("email") ?? "").trim(),
    accepted: outcome?.kind === "accepted" ? outcome : undefined,
    rules: refusedRules(form.latestError) ?? (passwordPolicy ? policyRules(passwordPolicy) : none),
    typedPassword,
  };
}

const none: readonly PasswordRule[] = [];

function refusedRules(error: AuthError | undefined): readonly PasswordRule[] | undefined {
  if (error?.code !== "invalid_password") return undefined;
  const { rules } = error.details;
  return rules.length > 0 ? rules : undefined;
}

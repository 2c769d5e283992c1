"use client";

import { useLogin } from "@portico/react";
import { useSignInForm, type SignInForm, type SignInOptions } from "../form/use-sign-in-form.js";
import type { BoundField } from "../parts/bound-field.js";
import { loginSchema, type LoginValues } from "./login-schema.js";

/** What `useLoginForm` takes. */
export interface LoginFormOptions extends SignInOptions {
  /** What the form starts with. Read once. */
  readonly defaultValues?: { readonly email?: string | undefined } | undefined;
}

/** Everything that a login form shows and does, for a view of your own. */
export interface LoginForm extends Omit<SignInForm<LoginValues>, "field" | "control"> {
  readonly email: BoundField;
  readonly password: BoundField;
  /** Which field a reader starts with. */
  readonly first: "email" | "password";
  /** What stands in the e-mail field. */
  readonly typedEmail: () => string;
}

/** A login form without its looks: react-hook-form holds the values, `useLogin` sends them. */
export function useLoginForm(options: LoginFormOptions = {}): LoginForm {
  const { login, state } = useLogin();
  const email = options.defaultValues?.email;
  const { field, control, ...form } = useSignInForm<LoginValues>(
    {
      schema: loginSchema,
      fields: ["email", "password"],
      secrets: ["password"],
      retry: "password",
      defaultValues: email ? { email } : undefined,
    },
    { state, run: (values, params) => login({ ...values, ...params }) },
    options,
    (values) => values.email?.trim(),
  );
  return {
    ...form,
    email: field("email"),
    password: field("password"),
    first: email ? "password" : "email",
    typedEmail: () => (control.getValues("email") ?? "").trim(),
  };
}

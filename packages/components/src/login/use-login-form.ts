"use client";

import { useLogin, useSession, type AuthError } from "@portico/react";
import type { SignInOptions } from "../form/sign-in-options.js";
import { useAuthForm, type AuthForm, type BoundField } from "../form/use-auth-form.js";
import { useCoolDown, type CoolDown } from "../form/use-cool-down.js";
import { useFailure, type Failure } from "../form/use-failure.js";
import { useHostedLogin } from "../form/use-hosted-login.js";
import { placeError } from "../form/place-error.js";
import type { SubmitState } from "../parts/submit-button.js";
import { loginSchema, type LoginValues } from "./login-schema.js";

/** What `useLoginForm` takes. */
export type LoginFormOptions = SignInOptions;

/** Everything that a login form shows and does, for a view of your own. */
export interface LoginForm {
  /** For the form element. */
  readonly props: AuthForm<LoginValues>["props"];
  readonly email: BoundField;
  readonly password: BoundField;
  readonly submit: SubmitState;
  /** What went wrong with the form as a whole. */
  readonly failure: Failure | undefined;
  readonly coolDown: CoolDown | undefined;
  /** The way on by the tenant's own page, where there is no other. */
  readonly hosted: { readonly isPending: boolean; readonly leave: () => void } | undefined;
  /** What stands in the e-mail field. */
  readonly typedEmail: () => string;
}

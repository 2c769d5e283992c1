"use client";

import type { AuthError, PasswordRule } from "@portico/react";
import { useMemo } from "react";
import type { FormControl } from "../form/form-control.js";
import { policyRules } from "../form/password-rules.js";
import type { LiveValue } from "../form/policy-checklist.js";
import type { SignupShape, SignupValues } from "./signup-schema.js";

/** What it takes to judge a password while it is typed. */
export interface PasswordCheck {
  /** The rules for a password: the policy's, or those that the tenant refused one by. */
  readonly rules: readonly PasswordRule[];
  /** What stands in the password field, to judge it without a render. */
  readonly typedPassword: LiveValue;
}

/** Follows the password of a form, by the rules that are known. */
export function usePasswordCheck(
  policy: SignupShape["policy"],
  error: AuthError | undefined,
  { getValue, subscribe }: FormControl<SignupValues>,
): PasswordCheck {
  const typedPassword = useMemo(
    () => ({
      get: () => getValue("password") ?? "",
      subscribe,
    }),
    [getValue, subscribe],
  );
  return { rules: refusedRules(error) ?? (policy ? policyRules(policy) : none), typedPassword };
}

const none: readonly PasswordRule[] = [];

function refusedRules(error: AuthError | undefined): readonly PasswordRule[] | undefined {
  if (error?.code !== "invalid_password") return undefined;
  const { rules } = error.details;
  return rules.length > 0 ? rules : undefined;
}

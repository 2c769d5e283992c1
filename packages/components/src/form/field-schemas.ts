import * as z from "zod/mini";
import type { ValidationKey } from "../i18n/messages.js";
import { emailProblem } from "./email-problem.js";
import { keepsPolicy, type PasswordOptions, type PasswordPolicy } from "./password-rules.js";

/** An e-mail address, trimmed. */
export const emailField = z.string().check(
  z.trim(),
  z.check<string>(({ value, issues }) => {
    const problem = emailProblem(value);
    if (problem) issues.push({ code: "custom", input: value, message: problem });
  }),
);

/** What a connection asks of a username. */
export interface UsernameRules {
  readonly required: boolean;
  readonly maxLength: number;
}

/** A username to be, of the characters that Auth0 takes. */
export function usernameField({ required, maxLength }: UsernameRules) {
  return z.string().check(
    z.trim(),
    z.refine((value) => !required || value !== "", key("username_required")),
    z.maxLength(maxLength, key("value_too_long")),
    z.regex(/^[\w+\-.!#$^`~@']*$/, key("username_invalid")),
    // It would sign in by somebody else's address.
    z.refine((value) => !/^[^@]+@[^@]+\.[^@]+$/.test(value), key("username_invalid")),
  );
}

/** The password of an existing account; never trimmed. */
export const passwordField = z.string().check(z.minLength(1, key("password_required")));

/** A password to be; judged here if the connection's policy is known, else by the tenant. */
export function newPasswordField(policy: PasswordPolicy | PasswordOptions | undefined) {
  if (!policy) return passwordField;
  return passwordField.check(z.refine((value) => keepsPolicy(policy, value), key("password_weak")));
}

function key(name: ValidationKey): ValidationKey {
  return name;
}

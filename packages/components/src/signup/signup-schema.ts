import * as z from "zod/mini";
import { emailField, newPasswordField } from "../form/field-schemas.js";
import type { PasswordPolicy } from "../form/password-rules.js";

/** What the sign-up form holds; the password is judged here only if its policy is known. */
export function signupSchema(policy: PasswordPolicy | undefined) {
  return z.object({ email: emailField, password: newPasswordField(policy) });
}

/** What the sign-up form holds. */
export type SignupValues = z.infer<ReturnType<typeof signupSchema>>;

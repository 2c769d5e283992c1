import * as z from "zod/mini";
import { emailField, newPasswordField, usernameField } from "../form/field-schemas.js";
import type { PasswordOptions, PasswordPolicy } from "../form/password-rules.js";
import { judgePhone } from "../form/phone-numbers.js";
import { verdictOf, type FormSchema } from "../form/schema-resolver.js";
import type { FormValues } from "../form/form-control.js";
import type { OnDemand } from "../parts/on-demand.js";
import type { PhoneNumbers } from "../parts/phone-numbers-provider.js";
import { fieldSchema, tickedField } from "./field-schema.js";
import type { SignupField } from "./signup-field.js";

/** What a sign-up asks for besides e-mail address and password. */
export interface SignupShape {
  readonly policy: PasswordPolicy | PasswordOptions | undefined;
  readonly username: boolean | "optional";
  readonly usernameLength: number;
  readonly phone: boolean | "optional";
  readonly fields: readonly SignupField[];
  readonly termsRequired: boolean;
}

/** What the sign-up form holds; the fields of the app are among it by their names. */
export type SignupValues = FormValues & { email: string; password: string };

/** Judges a sign-up; the password only if its policy is known. A phone number is then in E.164. */
export function signupSchema(
  shape: SignupShape,
  numbers: OnDemand<PhoneNumbers>,
): FormSchema<SignupValues> {
  const { policy, username, usernameLength, phone, fields, termsRequired } = shape;
  const asked: Record<string, z.ZodMiniType<string | boolean>> = {
    ...Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    ...(username && {
      username: usernameField({ required: username === true, maxLength: usernameLength }),
    }),
    ...(termsRequired && { terms: tickedField("terms_required") }),
  };
  const object = z.object({ ...asked, email: emailField, password: newPasswordField(policy) });
  if (!phone) return object;
  const whole = z.extend(object, { phone: z.string(), phone_country: z.string() });
  return async (values) => {
    const { phone: number = "", phone_country: country = "" } = values;
    const asTyped = { phone: String(number), phone_country: String(country) };
    const verdict = await judgePhone(numbers, asTyped, phone === true);
    if (!verdict.problem) {
      return whole["~standard"].validate({ ...values, phone: verdict.number });
    }
    const { problem: message } = verdict;
    const check = z.check<SignupValues>(({ value, issues }) => {
      issues.push({ code: "custom", input: value, path: ["phone"], message });
    });
    return whole.check(check)["~standard"].validate(values);
  };
}

/** Judges a sign-up that goes on at the tenant's own page, which takes an invitation up: by the terms alone. */
export function invitedSignup(
  { termsRequired }: SignupShape,
  invitation: string | undefined,
): FormSchema<SignupValues> | undefined {
  if (!invitation) return undefined;
  return (values) => {
    const isMissing = termsRequired && values["terms"] !== true;
    return verdictOf(values, { terms: isMissing ? "terms_required" : undefined });
  };
}

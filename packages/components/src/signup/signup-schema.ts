import * as z from "zod/mini";
import { emailField, newPasswordField, usernameField } from "../form/field-schemas.js";
import type { PasswordOptions, PasswordPolicy } from "../form/password-rules.js";
import { judgePhone } from "../form/phone-numbers.js";
import type { FormSchema } from "../form/schema-resolver.js";
import type { FormValues } from "../form/use-auth-form.js";
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

/** Judges a sign-up; the password only if its policy is known. */
export function signupSchema(shape: SignupShape): FormSchema<SignupValues> {
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
    const message = await judgePhone(asTyped, phone === true);
    const check = z.check<SignupValues>(({ value, issues }) => {
      if (message) issues.push({ code: "custom", input: value, path: ["phone"], message });
    });
    return whole.check(check)["~standard"].validate(values);
  };
}

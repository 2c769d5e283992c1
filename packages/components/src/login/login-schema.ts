import * as z from "zod/mini";
import { emailField } from "../form/field-schemas.js";
import { e164Of } from "../form/phone-number.js";
import { checkPhone, phoneShape } from "../form/phone-schema.js";
import type { ValidationKey } from "../i18n/messages.js";
import type { LoginIdentifier } from "./login-identifier.js";

/** What the login form holds: one of the three names, and the password. */
export type LoginValues = {
  readonly email?: string;
  readonly username?: string;
  readonly phone?: string;
  readonly phone_country?: string;
  readonly password: string;
};

/** Judges a login form. Where `needsNone` says so of the name, a password is not asked for. */
export function loginSchema(
  identifier: LoginIdentifier,
  needsNone: (typed: string) => boolean,
): z.ZodMiniType<LoginValues> {
  const password = z.string();
  const check = z.check<LoginValues>(({ value, issues }) => {
    if (value.password !== "" || needsNone(typedIdentifier(value))) return;
    const message: ValidationKey = "password_required";
    issues.push({ code: "custom", input: value, path: ["password"], message, continue: true });
  });
  switch (identifier) {
    case "email":
      return z.object({ email: emailField, password }).check(check);
    case "username":
      return z.object({ username: named("username_required"), password }).check(check);
    case "either":
      return z.object({ username: named("identifier_required"), password }).check(check);
    case "phone":
      return z.object({ ...phoneShape, password }).check(check, checkPhone({ required: true }));
    default:
      identifier satisfies never;
      throw new Error(
        `Login was given the unknown identifier "${String(identifier)}". No form is shown. Pass "email", "username", "either" or "phone".`,
      );
  }
}

/** The name that was typed, trimmed; a phone number in E.164 as soon as it is whole. */
export function typedIdentifier(values: Partial<LoginValues>): string {
  const { email, username, phone, phone_country: country = "" } = values;
  const typed = (email ?? username ?? phone ?? "").trim();
  return (phone !== undefined && e164Of(country, typed)) || typed;
}

function named(missing: ValidationKey) {
  return z.string().check(z.trim(), z.minLength(1, missing));
}

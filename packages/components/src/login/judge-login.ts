import { emailProblem } from "../form/email-problem.js";
import { judgePhone, phoneNumbers } from "../form/phone-numbers.js";
import { verdictOf, type Judge } from "../form/schema-resolver.js";
import type { ValidationKey } from "../i18n/messages.js";
import type { OnDemand } from "../parts/on-demand.js";
import type { PhoneNumbers } from "../parts/phone-numbers-provider.js";
import { identifierName, type LoginIdentifier } from "./login-identifier.js";

/** What the login form holds: one of the three names, and the password. */
export type LoginValues = {
  readonly email?: string;
  readonly username?: string;
  readonly phone?: string;
  readonly phone_country?: string;
  readonly password: string;
};

/**
 * Judges a login form. Where `needsNone` says so of the name, a password is not asked for. A phone number is then in
 * E.164. It does without a schema, since most pages with a login have no other form.
 */
export function judgeLogin(
  identifier: LoginIdentifier,
  needsNone: (typed: string) => boolean,
  numbers: OnDemand<PhoneNumbers>,
): Judge<LoginValues> {
  switch (identifier) {
    case "email":
      return ({ email = "", ...values }) =>
        verdict({ email: email.trim(), ...values }, { email: emailProblem(email) });
    case "username":
      return (values) => named(values, "username_required");
    case "either":
      return (values) => named(values, "identifier_required");
    case "phone":
      return async (values) => {
        const { phone = "", phone_country = "" } = values;
        const judged = await judgePhone(numbers, { phone, phone_country }, true);
        return judged.problem
          ? verdict(values, { phone: judged.problem })
          : verdict({ ...values, phone: judged.number }, {});
      };
    default:
      identifier satisfies never;
      throw new Error(
        `Login was given the unknown identifier "${String(identifier)}". No form is shown. Pass "email", "username", "either" or "phone".`,
      );
  }

  function named({ username = "", ...values }: LoginValues, missing: ValidationKey) {
    const typed = username.trim();
    return verdict({ username: typed, ...values }, { username: typed ? undefined : missing });
  }

  function verdict(
    values: LoginValues,
    problem: { readonly [Name in keyof LoginValues]?: ValidationKey | undefined },
  ) {
    const isMissing = !values.password && !needsNone(typedIdentifier(identifier, values));
    return verdictOf(values, { ...problem, password: isMissing ? "password_required" : undefined });
  }
}

/** The name that was typed, trimmed; a phone number in E.164 as soon as it is whole. */
export function typedIdentifier(identifier: LoginIdentifier, values: Partial<LoginValues>): string {
  const { phone_country: country = "" } = values;
  // A form that asked for another kind before still holds that too.
  const typed = (values[identifierName(identifier)] ?? "").trim();
  return (identifier === "phone" && phoneNumbers.get()?.e164Of(country, typed)) || typed;
}

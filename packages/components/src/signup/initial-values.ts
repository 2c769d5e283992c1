import { isTickField } from "./signup-field.js";
import type { SignupShape, SignupValues } from "./signup-schema.js";

/** What a sign-up may start with. */
export interface SignupDefaults {
  readonly email?: string | undefined;
  readonly username?: string | undefined;
  readonly phone?: string | undefined;
}

/** The fields that a reader may start with. */
export type FirstField = "email" | "phone" | "username" | "password";

/** Every input of a sign-up, in the order in which they stand. */
export function inputNames({ phone, username, fields, termsRequired }: SignupShape): string[] {
  return [
    "email",
    ...(phone ? ["phone", "phone_country"] : []),
    ...(username ? ["username"] : []),
    "password",
    ...fields.map(({ name }) => name),
    ...(termsRequired ? ["terms"] : []),
  ];
}

/** The inputs below which nothing can be said. */
export function unseenNames({ fields }: SignupShape): string[] {
  const hidden = fields.filter(({ kind }) => kind === "hidden");
  return ["phone_country", ...hidden.map(({ name }) => name)];
}

/** What the inputs hold when they appear. */
export function initialValues(shape: SignupShape, defaults: SignupDefaults = {}): SignupValues {
  const { email = "", phone = "", username = "" } = defaults;
  const fields = shape.fields.map((field) => {
    const { name, defaultValue } = field;
    const empty = isTickField(field) ? false : "";
    return [name, typeof defaultValue === "function" ? empty : (defaultValue ?? empty)];
  });
  return {
    ...Object.fromEntries(fields),
    email,
    password: "",
    ...(shape.phone && { phone, phone_country: "" }),
    ...(shape.username && { username }),
    ...(shape.termsRequired && { terms: false }),
  };
}

/** The first field that has to be filled in and is empty. */
export function firstField(shape: SignupShape, defaults: SignupDefaults = {}): FirstField {
  if (!defaults.email) return "email";
  if (shape.phone === true && !defaults.phone) return "phone";
  return shape.username === true && !defaults.username ? "username" : "password";
}

import * as z from "zod/mini";
import { ownWords } from "../form/own-words.js";
import type { ValidationKey } from "../i18n/messages.js";
import {
  isRootField,
  isTickField,
  type FieldValidator,
  type RootAttribute,
  type SignupField,
} from "./signup-field.js";

/** Judges what one of the app's fields holds. */
export function fieldSchema(field: SignupField): z.ZodMiniType<string | boolean> {
  if (isTickField(field)) return tickedField(field.required ? "tick_required" : undefined, field);
  if (field.kind === "hidden") return z.string();
  const { kind, required, validate } = field;
  const missing = kind === "select" ? "choice_required" : "field_required";
  const isPlain = kind === "text" || kind === "textarea";
  return z.string().check(
    z.trim(),
    z.refine((value) => !required || value !== "", key(missing)),
    z.maxLength(lengthOf(field), key("value_too_long")),
    z.refine((value) => !hasControls(value), key("value_invalid")),
    z.refine((value) => value === "" || isOfKind(kind, value), key("value_invalid")),
    // Mails to a new user may quote this, so it must not bring along a link or a page of its own.
    z.refine((value) => !isPlain || validate !== undefined || isWords(value, field), {
      error: key("value_not_plain"),
    }),
    ownWords((value) => (validate && value !== "" ? judge(validate, value) : undefined)),
  );
}

/** A box that has to be ticked, if there are words for when it is not. */
export function tickedField(
  missing: ValidationKey | undefined,
  { validate }: { readonly validate?: FieldValidator<boolean> | undefined } = {},
) {
  return z.boolean().check(
    z.refine((isTicked) => missing === undefined || isTicked, missing),
    ownWords((isTicked) => (validate ? judge(validate, isTicked) : undefined)),
  );
}

function judge<Value>(validate: FieldValidator<Value>, value: Value): string | undefined {
  // A schema may be a function too.
  if (!("~standard" in validate)) return validate(value);
  const result = validate["~standard"].validate(value);
  if (!(result instanceof Promise)) return result.issues?.[0]?.message;
  throw new Error(
    "A field of Signup has a schema that answers later. Nothing can be sent. Ask for what takes time in onBeforeSubmit.",
  );
}

/** As Auth0 limits them. */
function lengthOf(field: SignupField): number {
  return isRootField(field) ? rootLengths[field.name] : 500;
}

const rootLengths: Readonly<Record<RootAttribute, number>> = {
  given_name: 150,
  family_name: 150,
  name: 300,
  nickname: 300,
  picture: 2000,
  username: 128,
  phone_number: 30,
};

function hasControls(value: string): boolean {
  return /(?![\t\n\r])\p{Cc}/u.test(value);
}

function isOfKind(kind: string, value: string): boolean {
  switch (kind) {
    case "email":
      return /^[^]+@[^]+$/.test(value);
    case "number":
      return /^[-+]?\d+([.,]\d+)?$/.test(value);
    case "tel":
      return /^\+?[\p{Nd}\s./()-]+$/u.test(value);
    default:
      return true;
  }
}

function isWords(value: string, { name }: SignupField): boolean {
  return name === "picture" || !/:\/\/|<[a-z/!]|\{[{%]/i.test(value);
}

function key(name: ValidationKey): ValidationKey {
  return name;
}

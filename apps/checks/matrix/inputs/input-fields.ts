import type { ValidationKey } from "@portico/components";
import type { InputString } from "./strings.js";

/** Where a field has to end up: in a request as this text, left out of it, or refused with words below it. */
export type Promised = { readonly sent: string | undefined } | { readonly refused: ValidationKey };

/** A field of a finished form. */
export interface InputField {
  readonly id: string;
  readonly app: string;
  readonly props?: Readonly<Record<string, unknown>>;
  /** The name of its input. */
  readonly name: string;
  /** The inputs besides it that have to be filled in. */
  readonly others: readonly ("email" | "password")[];
  /** What is typed, where the string alone could not get far. */
  readonly typed?: (text: string) => string;
  /** What the input makes of it by itself, as HTML says. */
  readonly held: (typed: string) => string;
  readonly promise: (held: string, one: InputString) => Promised;
  readonly path: string;
  /** Where it stands in the body. */
  readonly at: readonly string[];
  /** Whether it may stand nowhere in the page once it was sent. */
  readonly isSecret?: true;
  /** Whether the step that asks for it comes after a message. */
  readonly isCode?: true;
}

/** https://html.spec.whatwg.org/multipage/input.html: no line breaks in one line. */
const inOneLine = (typed: string) => typed.replace(/[\r\n]/g, "");
/** The same specification: an address has no spaces around it either. */
const asAddress = (typed: string) => inOneLine(typed).replace(/^[\t\f ]+|[\t\f ]+$/g, "");
const inLines = (typed: string) => typed.replace(/\r\n?/g, "\n");

/** Texts of a new user, which mails to them may quote. */
function plainWords(most: number) {
  return (held: string): Promised => {
    const text = held.trim();
    if (text.length > most) return { refused: "value_too_long" };
    if (/(?![\t\n\r])\p{Cc}/u.test(text)) return { refused: "value_invalid" };
    if (/:\/\/|<[a-z/!]|\{[{%]/i.test(text)) return { refused: "value_not_plain" };
    return { sent: text === "" ? undefined : text };
  };
}

/** Those that somebody would dial in the United States. */
const phoneNumbers: ReadonlyMap<string, string> = new Map([
  ["digits of another script", "+1424242"],
  ["a number with a country code", "+4930901820"],
]);

const signup = { app: "Signup", path: "/dbconnections/signup" } as const;

/** The eight fields, and what each promises of any text. */
export const inputFields: readonly InputField[] = [
  {
    id: "user name",
    app: "Login",
    props: { identifier: "username" },
    name: "username",
    others: ["password"],
    held: inOneLine,
    promise: (held) =>
      held.trim() === "" ? { refused: "username_required" } : { sent: held.trim() },
    path: "/co/authenticate",
    at: ["username"],
  },
  {
    id: "e-mail",
    app: "ResetPassword",
    name: "email",
    others: [],
    typed: (text) => (text.trim() === "" ? text : `${text}@example.com`),
    held: asAddress,
    promise: (held) => (held.trim() === "" ? { refused: "email_required" } : { sent: held.trim() }),
    path: "/dbconnections/change_password",
    at: ["email"],
  },
  {
    id: "phone",
    ...signup,
    props: { phone: true },
    name: "phone",
    others: ["email", "password"],
    held: inOneLine,
    promise: (held, { id }) => {
      if (held.trim() === "") return { refused: "phone_required" };
      const sent = phoneNumbers.get(id);
      return sent ? { sent } : { refused: "phone_invalid" };
    },
    at: ["phone_number"],
  },
  {
    id: "password",
    app: "Login",
    name: "password",
    others: ["email"],
    held: inOneLine,
    promise: (held) => (held === "" ? { refused: "password_required" } : { sent: held }),
    path: "/co/authenticate",
    at: ["password"],
    isSecret: true,
  },
  {
    id: "new password",
    ...signup,
    name: "password",
    others: ["email"],
    held: inOneLine,
    promise: (held) => (held === "" ? { refused: "password_required" } : { sent: held }),
    at: ["password"],
    isSecret: true,
  },
  {
    id: "code",
    app: "Passwordless",
    name: "code",
    others: [],
    // It keeps the digits alone, as Latin ones.
    held: (typed) => typed.replace(/[٠-٩]/g, digitOf).replace(/[^0-9]/g, ""),
    promise: (held) => (held === "" ? { refused: "code_required" } : { sent: held }),
    path: "/co/authenticate",
    at: ["otp"],
    isSecret: true,
    isCode: true,
  },
  {
    id: "display name",
    ...signup,
    props: { fields: [{ storage: "root", name: "name", kind: "text", label: "Name" }] },
    name: "name",
    others: ["email", "password"],
    held: inOneLine,
    promise: plainWords(300),
    at: ["name"],
  },
  {
    id: "metadata",
    ...signup,
    props: { fields: [{ name: "about", kind: "textarea", label: "About you" }] },
    name: "about",
    others: ["email", "password"],
    held: inLines,
    promise: plainWords(500),
    at: ["user_metadata", "about"],
  },
];

function digitOf(arabic: string): string {
  return String(arabic.charCodeAt(0) - 0x660);
}

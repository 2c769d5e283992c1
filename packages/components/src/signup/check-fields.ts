import { isRootField } from "./signup-field.js";
import type { SignupShape } from "./signup-schema.js";

/** The most that Auth0 takes into the metadata of a new user. */
const mostMetadata = 10;

// An input of such a name would hide what React or the form needs of the form's element, or belongs to every object.
const hiding = [
  "elements",
  "attributes",
  "nodeName",
  "nodeType",
  "tagName",
  "parentNode",
  "parentElement",
  "ownerDocument",
];
const own = ["email", "password", "phone", "phone_country", "terms", "terms_accepted_at"];

/** Throws for fields that could never work: mistakes of whoever wrote them, which no reader can put right. */
export function checkFields({ fields, username, phone, termsRequired }: SignupShape): void {
  const taken = new Set([username && "username", phone && "phone_number"]);
  for (const { name } of fields) {
    if (!/^[\w-]{1,100}$/.test(name)) {
      throw mistake(`"${name}"`, "is no name for a field", "Use letters, digits, _ and -");
    }
    if (own.includes(name) || hiding.includes(name) || isMethod(name)) {
      throw mistake(`"${name}"`, "is a name that the form keeps for itself", "Use another name");
    }
    if (taken.has(name)) {
      throw mistake(`"${name}"`, "is there twice", "Use each name once");
    }
    taken.add(name);
  }
  const metadata = fields.filter((field) => !isRootField(field)).length + Number(termsRequired);
  if (metadata > mostMetadata) {
    throw mistake(
      `with ${metadata} keys, the metadata`,
      `is more than the ${mostMetadata} keys that Auth0 takes`,
      'Leave some out, or use storage: "root" where there is an attribute for it',
    );
  }
}

/** Whether every object has a function of that name or, as far as it can be seen here, every form. */
function isMethod(name: string): boolean {
  if (name in Object.prototype) return true;
  let above: unknown = typeof HTMLFormElement === "undefined" ? null : HTMLFormElement.prototype;
  for (; above !== null; above = Object.getPrototypeOf(above)) {
    // To read it would call what gets it.
    const found = Object.getOwnPropertyDescriptor(above, name);
    if (found) return typeof found.value === "function";
  }
  return false;
}

function mistake(what: string, why: string, advice: string): Error {
  return new Error(
    `Signup was given fields that do not work: ${what} ${why}. The form is not shown. ${advice}.`,
  );
}

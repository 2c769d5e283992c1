/** What somebody signs in with, beside the password. */
export type LoginIdentifier = "email" | "username" | "either" | "phone";

/** The input that holds it, as browsers and password managers know it. */
export type IdentifierName = "email" | "username" | "phone";

/** The name of the input for it. Whoever may type either has a user name of some kind. */
export function identifierName(identifier: LoginIdentifier): IdentifierName {
  return identifier === "either" ? "username" : identifier;
}

/** The claims of an ID token, not all of which have to be what they should. */
export type IdTokenClaims = Readonly<Record<string, unknown>>;

/** The members but those that are named. */
export function without(
  members: Readonly<Record<string, unknown>>,
  names: readonly string[],
): IdTokenClaims {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));
}

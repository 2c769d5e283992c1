/** Why a name cannot be a username, in the order in which the rules are checked. */
export type UsernameFault = "length" | "characters" | "address";

/** Holds a username that is not empty against Auth0's rules. */
export function judgeUsername(username: string): UsernameFault | undefined {
  if (username.length > 15) return "length";
  if (!/^[a-zA-Z0-9_+\-.!#$^`~@']+$/.test(username)) return "characters";
  // It would sign in by the login of somebody else.
  return /^[^@]+@[^@]+\.[^@]+$/.test(username) ? "address" : undefined;
}

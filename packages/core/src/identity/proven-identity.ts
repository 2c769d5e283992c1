import type { User } from "./user.js";

/**
 * An account that its owner has just signed in to, without a session of its own: what linking asks for. It holds no
 * token; the client keeps that beside it until the object is dropped.
 */
export interface ProvenIdentity {
  readonly user: User;
  /** When the owner proved it, in milliseconds since 1970. */
  readonly provenAt: number;
}

const idTokens = new WeakMap<ProvenIdentity, string>();

/** Keeps the verified ID token beside the identity that it proves. */
export function provenIdentity(user: User, provenAt: number, idToken: string): ProvenIdentity {
  const proven = Object.freeze({ user, provenAt });
  idTokens.set(proven, idToken);
  return proven;
}

/** The ID token behind a proven identity. Throws an `Error` for an object that no sign-in gave. */
export function idTokenOf(proven: ProvenIdentity): string {
  const idToken = idTokens.get(proven);
  if (idToken !== undefined) return idToken;
  throw new Error(
    "An identity was to be linked that nobody has proven here. Nothing was sent. Pass the object that proveIdentity resolved, not a copy.",
  );
}

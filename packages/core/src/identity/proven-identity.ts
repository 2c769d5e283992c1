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

/** What stands behind a proven identity. */
export interface Proof {
  /** Verified. */
  readonly idToken: string;
  /** The `sub` of whoever was signed in meanwhile, whom it was made for. */
  readonly madeFor?: string | undefined;
  /** Answered for a one-time code: such a token says when it was issued, and not when its owner signed in. */
  readonly isByCode?: boolean | undefined;
}

const proofs = new WeakMap<ProvenIdentity, Proof>();

/** Keeps the proof beside the identity that it proves. */
export function provenIdentity(user: User, provenAt: number, proof: Proof): ProvenIdentity {
  const proven = Object.freeze({ user, provenAt });
  proofs.set(proven, proof);
  return proven;
}

/** The proof behind a proven identity. Throws an `Error` for an object that no sign-in gave, or that is spent. */
export function proofOf(proven: ProvenIdentity): Proof {
  const proof = proofs.get(proven);
  if (proof) return proof;
  throw new Error(
    "An identity was to be linked that nobody has proven here, or that was sent before. Nothing was sent. Pass the object that proveIdentity or passwordless.prove resolved, once, and not a copy.",
  );
}

/** Drops the proof: one attempt each. */
export function spendProof(proven: ProvenIdentity): void {
  proofs.delete(proven);
}

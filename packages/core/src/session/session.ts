import type { AuthError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";

/** Who is signed in and until when. Holds no token, so it may be kept, compared and logged. */
export interface Session {
  readonly user: User;
  /** When the access token ends, in milliseconds since 1970; it is renewed on demand. */
  readonly expiresAt: number;
  /** When the user last proved who they are, in milliseconds since 1970, where the tenant says so. */
  readonly authenticatedAt?: number;
  /** The scopes that the tenant granted. */
  readonly scope: readonly string[];
  /** The API that the access token is for, where one was asked for. */
  readonly audience?: string;
  /** The id of the organization that the user signed in to. */
  readonly organization?: string;
  /** Whether it is renewed by refresh token, so without the tenant's cookies. */
  readonly hasRefreshToken: boolean;
}

/** Why nobody is signed in any more. */
export type AnonymousReason =
  /** This page signed out. */
  | "signed_out"
  /** Another tab or another application did. */
  | "signed_out_elsewhere"
  /** The session could not be renewed. */
  | "expired"
  /** The tenant's session went over to another user. */
  | "user_changed"
  /** It could not be found out whether anybody is signed in; see `error`. */
  | "unknown";

/** A frozen snapshot: the same object until something changes. */
export type SessionState =
  | { readonly status: "starting" }
  | {
      readonly status: "anonymous";
      readonly reason?: AnonymousReason;
      readonly error?: AuthError;
    }
  | { readonly status: "authenticated"; readonly session: Session };

/** The session as everybody may see it. */
export interface SessionReader {
  /** The current state. */
  get(): SessionState;
  /** Calls `listener` after each change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

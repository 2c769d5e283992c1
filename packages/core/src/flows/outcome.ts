import type { MfaChallenge } from "../identity/challenge.js";
import type { AuthError } from "../errors/auth-error.js";
import type { Session } from "../session/session.js";
import type { AppState } from "../transaction/transaction.js";

/** Somebody is signed in. */
export interface Authenticated {
  readonly kind: "authenticated";
  readonly session: Session;
  /** What the app gave along to a redirect. */
  readonly appState?: AppState;
}

/** The page is about to be left. */
export interface Redirecting {
  readonly kind: "redirecting";
}

/** The tenant wants a second factor first. */
export interface Challenged {
  readonly kind: "challenge";
  readonly challenge: MfaChallenge;
  /** The refusal itself, for an app that has no screen for second factors. */
  readonly error: AuthError<"mfa_required">;
}

/** The tenant has taken it; nobody was signed in. */
export interface Accepted {
  readonly kind: "accepted";
  /** The e-mail address or phone number that it is about. */
  readonly destination: string;
  /** Why the sign-in that should have followed did not happen. */
  readonly signInError?: AuthError;
}

/** Nobody is signed in, by wish or as found out. */
export interface Anonymous {
  readonly kind: "anonymous";
  /** Why it could not be found out. */
  readonly error?: AuthError;
}

/** This window was a popup: its response went to the page that opened it, and the window is closing. */
export interface Relayed {
  readonly kind: "relayed";
}

/** How a login can end well. */
export type LoginOutcome = Authenticated | Redirecting | Challenged;

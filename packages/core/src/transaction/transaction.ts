import { base64url, randomText, sha256 } from "../crypto/random.js";

/** What the app wants to find again after a redirect. */
export interface AppState {
  /** A path of this app to go to; anything that would lead elsewhere becomes `/`. */
  readonly returnTo?: string;
  /** Anything that JSON can carry. */
  readonly [key: string]: unknown;
}

/** Binds one authorization request to its response; state, nonce and verifier are used once. */
export interface Transaction {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly responseType: "code" | "token id_token";
  readonly scope: string;
  readonly audience?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly appState?: AppState | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Starts a transaction with fresh random values (RFC 9700 section 2.1). */
export function createTransaction(
  asked: Omit<Transaction, "state" | "nonce" | "codeVerifier" | "createdAt">,
): Transaction {
  return {
    ...asked,
    state: randomText(),
    nonce: randomText(),
    codeVerifier: randomText(),
    createdAt: Date.now(),
  };
}

/** The S256 code challenge of a verifier (RFC 7636 section 4.2). */
export async function codeChallenge(codeVerifier: string): Promise<string> {
  return base64url(await sha256(codeVerifier));
}

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
  /** The response has to bring it back. */
  readonly state: string;
  /** The ID token has to hold it. */
  readonly nonce: string;
  /** Goes with the code to the token endpoint (RFC 7636 section 4.1). A secret until then. */
  readonly codeVerifier: string;
  /** Where the response comes to. */
  readonly redirectUri: string;
  /** What the response has to bring. */
  readonly responseType: "code" | "token id_token";
  /** What was asked for, separated by spaces. */
  readonly scope: string;
  /** The API that the access token is for. */
  readonly audience?: string | undefined;
  /** The organization to sign in to: its id (`org_…`) or its name. The ID token has to be for it. */
  readonly organization?: string | undefined;
  /** Seconds since the user last signed in that the ID token may show at most. */
  readonly maxAge?: number | undefined;
  /** What the app wants to find again. */
  readonly appState?: AppState | undefined;
  /** The connection that was asked for, where one was. */
  readonly connection?: string | undefined;
  /** The user that the answer has to be about, where one is asked to prove themselves again. */
  readonly subject?: string | undefined;
  /** Where the answer stands in the address; the query for a code and the fragment for tokens, if not given. */
  readonly responseMode?: "query" | "fragment" | undefined;
  /** The answer arrives in whatever tab the user opens a link in, so every tab of the browser may take it. */
  readonly anyTab?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What a transaction is made of; a state or nonce of one's own takes the place of a random one. */
export type NewTransaction = Omit<Transaction, "state" | "nonce" | "codeVerifier" | "createdAt"> & {
  readonly state?: string | undefined;
  readonly nonce?: string | undefined;
};

/** Starts a transaction with fresh random values (RFC 9700 section 2.1). */
export function createTransaction(asked: NewTransaction): Transaction {
  return {
    ...asked,
    state: asked.state || randomText(),
    nonce: asked.nonce || randomText(),
    codeVerifier: randomText(),
    createdAt: Date.now(),
  };
}

const popupMark = "popup.";

/** A fresh state that says that the response belongs to the page that opened this window. */
export function popupState(): string {
  return popupMark + randomText();
}

/** Whether a response's state says so. */
export function isPopupState(state: string): boolean {
  return state.startsWith(popupMark);
}

/** The S256 code challenge of a verifier (RFC 7636 section 4.2). */
export async function codeChallenge(codeVerifier: string): Promise<string> {
  return base64url(await sha256(codeVerifier));
}

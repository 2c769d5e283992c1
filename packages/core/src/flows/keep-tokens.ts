import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { accessTokenKey, type AskedFor } from "../session/asked-for.js";
import type { SignInHint } from "../session/last-sign-in.js";
import { accessTokenOf, sessionFromTokens } from "../session/session-from-tokens.js";
import type { Session } from "../session/session.js";
import type { FlowContext } from "./flow-context.js";
import type { Authenticated } from "./outcome.js";

/** Begins the session of whoever has just signed in. */
export function beginSession(
  { session, pendingMessage }: FlowContext,
  tokens: VerifiedTokens,
  asked: AskedFor,
  seenSilently: boolean,
): Session {
  // Whoever is in waits for no code any more.
  pendingMessage.clear();
  const now = Date.now();
  const { idToken, refreshToken } = tokens;
  const known = { idToken, refreshToken, seenSilently, key: accessTokenKey(asked) };
  return session.begin(sessionFromTokens(tokens, asked, now), known, accessTokenOf(tokens, now));
}

/** How somebody has signed in. */
interface SigningIn {
  readonly seenSilently: boolean;
  readonly signIn?: SignInHint | undefined;
  /** What becomes of the tokens, where the user of the session has proven themselves again. */
  readonly begin?: typeof beginSession | undefined;
}

/** Begins the session of whoever has just signed in, tells the other tabs, and remembers how it was done. */
export function keepSignIn(
  context: FlowContext,
  tokens: VerifiedTokens,
  asked: AskedFor,
  { seenSilently, signIn = {}, begin = beginSession }: SigningIn,
): Authenticated {
  // First, so that whoever follows the session finds it.
  context.lastSignIn.set(signIn);
  const session = begin(context, tokens, asked, seenSilently);
  context.sync.tell({ type: "signed_in", sub: session.user.sub });
  return { kind: "authenticated", session };
}

/** Takes new tokens of the same user into the session. */
export function keepTokens(
  context: FlowContext,
  tokens: VerifiedTokens,
  asked: AskedFor,
  seenSilently: boolean,
): void {
  const { session } = context;
  const key = accessTokenKey(asked);
  if (session.tokens?.key === key) {
    renewSession(context, tokens, asked, seenSilently);
    return;
  }
  // A token for another API: who is signed in, and until when, stays as it is.
  session.updateTokens({ seenSilently });
  session.addAccessToken(key, accessTokenOf(tokens, Date.now()));
}

function renewSession(
  { session }: FlowContext,
  tokens: VerifiedTokens,
  asked: AskedFor,
  seenSilently: boolean,
): void {
  const { idToken } = tokens;
  const refreshToken = tokens.refreshToken ?? session.tokens?.refreshToken;
  const known = { ...tokens, ...(refreshToken && { refreshToken }) };
  const now = Date.now();
  session.renew(
    sessionFromTokens(known, asked, now),
    { ...session.tokens, idToken, refreshToken, seenSilently, key: accessTokenKey(asked) },
    accessTokenOf(tokens, now),
  );
}

import { seconds } from "../authentication/seconds.js";
import {
  verifyClaims,
  verifyTokens,
  type VerifiedTokens,
} from "../authentication/verify-tokens.js";
import { randomText } from "../crypto/random.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import { readKeptSession, writeKeptSession, type KeptSession } from "../session/kept-session.js";
import type { AnonymousReason } from "../session/session.js";
import { askedForOf } from "../session/asked-for-of.js";
import { wasSignedOut } from "../session/sign-out-mark.js";
import type { SessionPort } from "../session/storage-port.js";
import { answerTab, askTabs, isMessage } from "../session/tab-talk.js";
import type { CallOptions } from "../transport/deadline.js";
import { currentSession, type FlowContext } from "./flow-context.js";
import { beginSession } from "./keep-tokens.js";

/**
 * Takes up the session that this tab's storage has kept and keeps every later one there. Nobody is signed in on the
 * word of storage: either the ID token in it verifies, or the tenant answers for its refresh token.
 */
export async function resumeSession(
  context: FlowContext,
  storage: SessionPort,
  options: CallOptions,
): Promise<void> {
  const tab = randomText();
  const { channel, session } = context;
  const found = currentSession(context) ? undefined : readKeptSession(storage.read());
  const isOutworn = found && wasSignedOut(channel.name, found.since);
  if (isOutworn) storage.write(null);
  const kept = isOutworn ? undefined : found;
  try {
    if (kept) await takeUp(context, kept, options);
  } catch (error) {
    // Where the tenant could not be asked, the next start may find it good.
    const mayBeGood =
      isAuthError(error) && (error.retryable || ["aborted", "network"].includes(error.code));
    if (!mayBeGood) storage.write(null);
    if (isAuthError(error, "aborted")) throw error;
  }
  channel.listen((message) => {
    const isAboutUs = isMessage(message, "question") && message["tab"] === tab;
    if (isAboutUs) answerTab(channel, message, {});
  });
  let written = storage.read();
  session.watch(save);
  save();
  const { signal } = options;
  window.addEventListener("pageshow", onShow, signal ? { signal } : {});

  /** Another page of this tab has gone on with the session meanwhile, and may have used the refresh token. */
  function onShow({ persisted }: PageTransitionEvent): void {
    if (persisted && storage.read() !== written) session.updateTokens({ refreshToken: undefined });
  }

  function save(): void {
    const state = session.get();
    if (state.status === "authenticated") storage.write(writeKeptSession(session, tab) ?? null);
    else if (state.status === "anonymous" && isOver(state.reason)) storage.write(null);
    written = storage.read();
  }
}

async function takeUp(
  context: FlowContext,
  kept: KeptSession,
  options: CallOptions,
): Promise<void> {
  const { session, engine, refreshTurns } = context;
  const { epoch } = session;
  const { refreshToken, seenSilently, subject } = kept;
  const asked = askedForOf(kept.key);
  const copied = refreshToken !== undefined && isCopied(context, kept);
  const tokens = await verifyKept(context, kept, options);
  if (session.epoch !== epoch) return;
  if (tokens) {
    beginSession(context, tokens, asked, seenSilently);
    for (const [key, access] of kept.accessTokens) {
      if (access.expiresAt > Date.now()) session.addAccessToken(key, access);
    }
    // Whoever wants to use the refresh token waits for the turn.
    void refreshTurns(async () => {
      if (await copied) dropRefreshToken(context, refreshToken);
    });
    return;
  }
  if (!refreshToken || (await copied)) throw authError("login_required");
  const renewed = await refreshTurns(() => engine.refresh(refreshToken, { ...asked, subject }, {}));
  if (session.epoch === epoch) beginSession(context, renewed, asked, seenSilently);
}

/** The kept tokens, verified; undefined where only the refresh token may still be good. */
async function verifyKept(
  { verification }: FlowContext,
  { key, accessTokens, idToken, refreshToken, subject }: KeptSession,
  options: CallOptions,
): Promise<VerifiedTokens | undefined> {
  const access = new Map(accessTokens).get(key);
  const expiresIn = access && seconds(Math.floor((access.expiresAt - Date.now()) / 1000));
  if (!expiresIn) return undefined;
  const { value: accessToken, scope, idToken: boundTo = idToken } = access;
  const { organization } = askedForOf(key);
  const bound = { accessToken, idToken: boundTo, expiresIn, ...(scope !== undefined && { scope }) };
  const expected = { subject, organization, requireHash: false };
  try {
    const tokens = await verifyTokens(verification, bound, expected, options);
    // A fresh proof for another API has renewed the ID token alone.
    const unbound = { ...expected, accessToken: undefined };
    const claims =
      idToken === boundTo
        ? tokens.claims
        : await verifyClaims(verification, idToken, unbound, options);
    return { ...tokens, idToken, claims, ...(refreshToken && { refreshToken }) };
  } catch (error) {
    if (isAuthError(error, "invalid_token")) return undefined;
    throw error;
  }
}

/** A duplicated tab starts with a copy of the storage, and a rotating refresh token must not be used by both. */
async function isCopied({ channel }: FlowContext, { tab }: KeptSession): Promise<boolean> {
  const question = { tab };
  return (await askTabs(channel, question, () => true, {})) === true;
}

function dropRefreshToken({ session }: FlowContext, refreshToken: string | undefined): void {
  const state = session.get();
  const { tokens } = session;
  const access = tokens && session.accessTokens.get(tokens.key);
  if (state.status !== "authenticated" || !access || tokens.refreshToken !== refreshToken) return;
  session.renew(
    { ...state.session, hasRefreshToken: false },
    { ...tokens, refreshToken: undefined },
    access,
  );
}

/** A session that could only not be asked for is not over. */
function isOver(reason: AnonymousReason | undefined): boolean {
  return reason !== undefined && reason !== "unknown";
}

import type { AuthorizationResponse } from "../callback/parse-response.js";
import { takeCallback } from "../callback/take-callback.js";
import { safeReturnTo } from "../callback/return-to.js";
import { isAuthError, type AuthError } from "../errors/auth-error.js";
import { callApp } from "../errors/call-app.js";
import {
  askedFor,
  assertRunnable,
  beginSession,
  currentSession,
  watchSignOut,
  type FlowContext,
} from "../flows/flow-context.js";
import type { Anonymous, Authenticated } from "../flows/outcome.js";
import { checkTenantSession, nobodyIsSeen } from "../flows/renewal.js";
import type { SessionNews } from "../session/session-sync.js";
import type { AppState, Transaction } from "../transaction/transaction.js";

/** What `start` takes. */
export interface StartOptions {
  /**
   * Called once, when a redirect has come back and the session stands. By default the address becomes
   * `appState.returnTo`, without loading a page.
   */
  readonly onRedirectCallback?: ((appState: AppState | undefined) => void) | undefined;
}

/** How a start can end. It never fails: what went wrong is in the outcome and in the session's state. */
export type StartOutcome = Authenticated | Anonymous;

/** Begins a client's life in a page, and ends it. */
export interface Lifecycle {
  start(options?: StartOptions): Promise<StartOutcome>;
  stop(): void;
}

/**
 * The start happens once, however often it is asked for: the callback in the address is taken, or else the tenant
 * is asked who is signed in. A stop that a start follows in the same turn, as in React's StrictMode, undoes nothing.
 */
export function createLifecycle(context: FlowContext, checkSessionOnStart: boolean): Lifecycle {
  let started: Promise<StartOutcome> | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  let controller = new AbortController();

  return {
    start(options = {}) {
      clearTimeout(ending);
      context.sync.open((news) => follow(context, news, controller.signal));
      globalThis.window?.addEventListener("pageshow", onShow);
      started ??= boot(context, options, checkSessionOnStart, controller.signal);
      return started;
    },
    stop() {
      context.sync.close();
      globalThis.window?.removeEventListener("pageshow", onShow);
      clearTimeout(ending);
      ending = setTimeout(() => {
        controller.abort();
        controller = new AbortController();
        started = undefined;
      });
    },
  };

  /** A page from the browser's cache has slept through what other tabs did. */
  function onShow({ persisted }: PageTransitionEvent): void {
    if (persisted && currentSession(context)) look(context, controller.signal);
  }
}

async function boot(
  context: FlowContext,
  { onRedirectCallback = goTo }: StartOptions,
  checkSessionOnStart: boolean,
  signal: AbortSignal,
): Promise<StartOutcome> {
  try {
    assertRunnable();
    // Before the first await, so that nothing else in the page sees the response.
    const response = takeCallback(context.config.redirectUri());
    if (response.kind === "none") {
      return checkSessionOnStart ? await restore(context, signal) : settle(context);
    }
    const transaction = context.engine.takeTransaction(response);
    const outcome = await redeem(context, response, transaction, signal);
    const { appState } = transaction;
    if (outcome.kind !== "authenticated") return outcome;
    callApp(() => onRedirectCallback(appState));
    return { ...outcome, ...(appState && { appState }) };
  } catch (error) {
    if (!isAuthError(error)) {
      // A developer's mistake; nobody may wait for ever for its end.
      settle(context);
      throw error;
    }
    return wasRepeated.has(error.code) ? restore(context, signal, error) : settle(context, error);
  }
}

/** The tenant has signed somebody in by now, so a request that failed on the way does not have to be the end. */
async function redeem(
  context: FlowContext,
  response: AuthorizationResponse,
  transaction: Transaction,
  signal: AbortSignal,
): Promise<StartOutcome> {
  const assertStillWanted = watchSignOut(context);
  try {
    const tokens = await context.engine.redeem(response, transaction, { signal });
    assertStillWanted();
    const session = beginSession(context, tokens, transaction, false);
    context.sync.tell({ type: "signed_in", sub: session.user.sub });
    return { kind: "authenticated", session };
  } catch (error) {
    // An older sign-in is no answer to a request for a fresh one.
    const mayBeMadeGood = isAuthError(error) && error.retryable && transaction.maxAge === undefined;
    if (!mayBeMadeGood) throw error;
    assertStillWanted();
    return restore(context, signal, error);
  }
}

/** A response that cannot be redeemed again says nothing about whether somebody is signed in. */
const wasRepeated: ReadonlySet<string> = new Set([
  "transaction_lost",
  "transaction_expired",
  "unsolicited",
]);

async function restore(
  context: FlowContext,
  signal: AbortSignal,
  reason?: AuthError,
): Promise<StartOutcome> {
  const before = context.session.get();
  try {
    const session = await checkTenantSession(context, askedFor(context, {}), { signal });
    return { kind: "authenticated", session };
  } catch (error) {
    if (!isAuthError(error)) throw error;
    const isAnswer = nobodyIsSeen.has(error.code) || context.session.get() !== before;
    return settle(context, reason ?? (isAnswer ? undefined : error));
  }
}

/** Nobody is signed in, unless somebody has signed in meanwhile. */
function settle(context: FlowContext, error?: AuthError): StartOutcome {
  const session = currentSession(context);
  if (session) return { kind: "authenticated", session };
  // A stopped start has found out nothing, and the next one begins where it began.
  if (isAuthError(error, "aborted")) return { kind: "anonymous", error };
  const starting = context.session.get().status === "starting";
  if (starting || error) context.session.end(error && "unknown", error);
  return { kind: "anonymous", ...(error && { error }) };
}

/** Follows what another tab did. */
function follow(context: FlowContext, news: SessionNews, signal: AbortSignal): void {
  const { session } = context;
  if (news.type === "signed_out") {
    session.end("signed_out_elsewhere");
    return;
  }
  const current = currentSession(context);
  if (current?.user.sub === news.sub) return;
  if (current) session.end("user_changed");
  look(context, signal);
}

/** Where it cannot be seen from here who is signed in, this tab stays as it is. */
function look(context: FlowContext, signal: AbortSignal): void {
  checkTenantSession(context, askedFor(context, {}), { signal }).catch(() => {});
}

function goTo(appState: AppState | undefined): void {
  if (!appState?.returnTo) return;
  window.history.replaceState(window.history.state, "", safeReturnTo(appState.returnTo));
}

import type { AuthorizationResponse } from "../callback/parse-response.js";
import { isPopupCallback } from "../callback/popup-callback.js";
import { relayPopup } from "../callback/relay-popup.js";
import { takeCallback } from "../callback/take-callback.js";
import { isAuthError, type AuthError } from "../errors/auth-error.js";
import { isSilentRefusal } from "../errors/silent-refusals.js";
import { callApp } from "../errors/call-app.js";
import {
  askedFor,
  assertRunnable,
  currentSession,
  watchSignOut,
  type FlowContext,
} from "../flows/flow-context.js";
import type { Anonymous, Authenticated, Relayed } from "../flows/outcome.js";
import { checkTenantSession } from "../flows/renewal.js";
import { wasSignedOut } from "../session/sign-out-mark.js";
import { accessTokenKey } from "../session/asked-for.js";
import type { Session } from "../session/session.js";
import type { AppState, Transaction } from "../transaction/transaction.js";
import { load } from "../transport/load.js";
import { follow, look } from "./follow-tabs.js";
import { whenSignedIn } from "./when-signed-in.js";

/** What `start` takes. */
export interface StartOptions {
  /**
   * Called once, when a redirect has come back and the session stands. By default the address becomes
   * `appState.returnTo`, without loading a page.
   */
  readonly onRedirectCallback?: ((appState: AppState | undefined) => void) | undefined;
  /** Leaves the response in the address, for `completeCallback` or a server; false if not given. */
  readonly skipRedirectCallback?: boolean | undefined;
}

/**
 * How a start can end. It fails for a developer's mistake only, such as a call on a server: whatever else went wrong is
 * in the outcome and in the session's state.
 */
export type StartOutcome = Authenticated | Anonymous | Relayed;

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
  const { session, sync, storage } = context;
  let started: Promise<StartOutcome> | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  let controller = new AbortController();
  let stopKeeping: (() => void) | undefined;
  let resumed: Promise<void> | undefined;

  return {
    start(options = {}) {
      clearTimeout(ending);
      listen();
      started ??= boot(context, options, {
        checkSessionOnStart,
        resume,
        signal: controller.signal,
      });
      return started;
    },
    stop() {
      sync.close();
      for (const event of pageEvents) globalThis.window?.removeEventListener(event, onPage);
      clearTimeout(ending);
      ending = setTimeout(() => {
        controller.abort();
        controller = new AbortController();
        stopKeeping?.();
        stopKeeping = started = undefined;
      });
    },
  };

  function listen(): void {
    sync.open((news) => follow(context, news, controller.signal));
    for (const event of pageEvents) globalThis.window?.addEventListener(event, onPage);
    stopKeeping ??= whenSignedIn(context, controller.signal);
  }

  /** An open channel would keep the page out of the browser's cache, in which it sleeps through what other tabs do. */
  function onPage({ type, persisted }: PageTransitionEvent): void {
    if (type === "pagehide") sync.close();
    else if (persisted) {
      listen();
      endIfSignedOut();
      const state = session.get();
      const isOpen = checkSessionOnStart && state.status === "anonymous" && !state.reason;
      if (isOpen || currentSession(context)) look(context, controller.signal);
    }
  }

  /** A sign-out that this page has slept through. */
  function endIfSignedOut(): void {
    if (!session.tokens || !wasSignedOut(context.channel.name, session.since)) return;
    session.end("signed_out_elsewhere");
    storage?.write(null);
  }

  /** Whoever this tab's storage knows, where the app wants that. */
  async function resume(): Promise<Session | undefined> {
    if (!storage) return undefined;
    const { signal } = controller;
    resumed ??= load(() => import("../flows/resume-session.js")).then(({ resumeSession }) =>
      resumeSession(context, storage, { signal }),
    );
    await resumed.catch(() => (resumed = undefined));
    return currentSession(context);
  }
}

const pageEvents = ["pagehide", "pageshow"] as const;

/** What one start goes by. */
interface Boot {
  readonly checkSessionOnStart: boolean;
  readonly resume: () => Promise<Session | undefined>;
  readonly signal: AbortSignal;
}

async function boot(
  context: FlowContext,
  { onRedirectCallback, skipRedirectCallback }: StartOptions,
  { checkSessionOnStart, resume, signal }: Boot,
): Promise<StartOutcome> {
  const assertStillWanted = watchSignOut(context);
  try {
    assertRunnable();
    const { redirectUri, popupRedirectUri } = context.config;
    if (isPopupCallback(popupRedirectUri()) && relayPopup()) {
      // A window that is about to close has nothing to follow.
      context.sync.close();
      return { kind: "relayed" };
    }
    // Before the first await, so that nothing else in the page sees the response.
    const response = skipRedirectCallback ? nothing : takeCallback(redirectUri());
    if (response.kind === "none") {
      const session = context.storage && (await resume());
      // Where it can be seen that somebody has signed out since, it is; nobody waits for that.
      const canBeSeen = checkSessionOnStart && context.session.tokens?.seenSilently;
      if (session && canBeSeen) look(context, signal);
      if (session) return { kind: "authenticated", session };
      assertStillWanted();
      return checkSessionOnStart ? await restore(context, signal) : settle(context);
    }
    // Loaded before the transaction is spent: what does not arrive must not cost it.
    const { goTo } = await redeeming();
    const transaction = await context.engine.takeTransaction(response);
    const outcome = await redeem(context, response, transaction, { signal, assertStillWanted });
    const { appState } = transaction;
    if (outcome.kind !== "authenticated") return outcome;
    void resume();
    callApp(() => (onRedirectCallback ?? goTo)(appState));
    return { ...outcome, ...(appState && { appState }) };
  } catch (error) {
    if (!isAuthError(error)) {
      // A developer's mistake; nobody may wait for ever for its end.
      settle(context);
      throw error;
    }
    // A response that cannot be used leaves the session that this tab has kept.
    if (context.storage) await resume();
    if (!wasRepeated.has(error.code)) return settle(context, error);
    return restore(context, signal, error, assertStillWanted);
  }
}

const redeeming = () => load(() => import("../flows/redeem-callback.js"));

const nothing: AuthorizationResponse = { kind: "none" };

/** The tenant has signed somebody in by now, so a request that failed on the way does not have to be the end. */
async function redeem(
  context: FlowContext,
  response: AuthorizationResponse,
  transaction: Transaction,
  { signal, assertStillWanted }: { signal: AbortSignal; assertStillWanted: () => void },
): Promise<StartOutcome> {
  try {
    const { redeemCallback } = await redeeming();
    return await redeemCallback(context, response, transaction, { signal, assertStillWanted });
  } catch (error) {
    const isUnknown = isAuthError(error) && (error.retryable || error.code === "network");
    if (!isUnknown || !isOrdinary(context, transaction)) throw error;
    return restore(context, signal, error, assertStillWanted);
  }
}

/** Whether the tenant's session answers it as well: not for a fresh proof, and not for another organization or API. */
function isOrdinary(context: FlowContext, transaction: Transaction): boolean {
  const { maxAge, subject } = transaction;
  const isPlain = maxAge === undefined && subject === undefined;
  return isPlain && accessTokenKey(transaction) === accessTokenKey(askedFor(context, {}));
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
  assertStillWanted = () => {},
): Promise<StartOutcome> {
  const before = context.session.get();
  try {
    assertStillWanted();
    const session = await checkTenantSession(context, askedFor(context, {}), { signal });
    return { kind: "authenticated", session };
  } catch (error) {
    if (!isAuthError(error)) throw error;
    if (error.code === "aborted") return settle(context, error);
    const isAnswer = isSilentRefusal(error.code) || context.session.get() !== before;
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

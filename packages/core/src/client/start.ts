import { isPopupCallback } from "../callback/popup-callback.js";
import { relayPopup } from "../callback/relay-popup.js";
import { takeCallback, type TakenResponse } from "../callback/take-callback.js";
import { authError, isAuthError, type AuthError } from "../errors/auth-error.js";
import { isSilentRefusal } from "../errors/silent-refusals.js";
import {
  askedFor,
  assertRunnable,
  currentSession,
  watchSignOut,
  type FlowContext,
} from "../flows/flow-context.js";
import type { Anonymous, Authenticated, Relayed } from "../flows/outcome.js";
import { checkTenantSession } from "../flows/tenant-session.js";
import { wasSignedOut } from "../session/sign-out-mark.js";
import type { User } from "../identity/user.js";
import type { Session } from "../session/session.js";
import type { AppState } from "../transaction/transaction.js";
import { load } from "../transport/load.js";
import { follow, look } from "./follow-tabs.js";
import { whenSignedIn } from "./when-signed-in.js";

/** What `start` takes. */
export interface StartOptions {
  /**
   * Called once, when a redirect has come back and the session stands, with who is signed in. By default the address
   * becomes `appState.returnTo`, without loading a page, and listeners of `popstate`, such as routers, are told.
   */
  readonly onRedirectCallback?: ((appState: AppState | undefined, user: User) => void) | undefined;
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

/** A response that one client of the page has taken and that may be another one's, whose start is still to come. */
let unclaimed: TakenResponse | undefined;

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
    const taken = skipRedirectCallback ? undefined : (takeCallback(redirectUri()) ?? unclaimed);
    if (taken) {
      unclaimed = taken;
      const { finishRedirect } = await load(() => import("./redirect-part.js"));
      const askTenant = (reason: AuthError) => restore(context, signal, reason, assertStillWanted);
      const kept = { onRedirectCallback, resume, askTenant, signal, assertStillWanted };
      const outcome = await finishRedirect(context, taken, kept);
      if (outcome) {
        unclaimed = undefined;
        return outcome;
      }
    }
    const session = context.storage && (await resume());
    // Where it can be seen that somebody has signed out since, it is; nobody waits for that.
    const canBeSeen = checkSessionOnStart && context.session.tokens?.seenSilently;
    if (session && canBeSeen) look(context, signal);
    if (session) return { kind: "authenticated", session };
    assertStillWanted();
    if (checkSessionOnStart) return await restore(context, signal);
    return settle(context, signal.aborted ? authError("aborted") : undefined);
  } catch (error) {
    unclaimed = undefined;
    if (!isAuthError(error)) {
      // A developer's mistake; nobody may wait for ever for its end.
      settle(context);
      throw error;
    }
    // A response that cannot be used leaves the session that this tab has kept.
    if (context.storage) await resume();
    return settle(context, error);
  }
}

async function restore(
  context: FlowContext,
  signal: AbortSignal,
  reason?: AuthError,
  assertStillWanted = () => {},
): Promise<Authenticated | Anonymous> {
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
function settle(context: FlowContext, error?: AuthError): Authenticated | Anonymous {
  const session = currentSession(context);
  if (session) return { kind: "authenticated", session };
  // A stopped start has found out nothing, and the next one begins where it began.
  if (isAuthError(error, "aborted")) return { kind: "anonymous", error };
  const starting = context.session.get().status === "starting";
  if (starting || error) context.session.end(error && "unknown", error);
  return { kind: "anonymous", ...(error && { error }) };
}

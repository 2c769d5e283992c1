import { isAuthError } from "../errors/auth-error.js";
import { takeTabLock } from "../transport/tab-lock.js";
import type { SessionStore } from "./session-store.js";
import type { SessionSync } from "./session-sync.js";
import { watchClock } from "./wall-clock.js";

/** What a poll needs. */
export interface Polling {
  /** Separates applications and tenants that share an origin. */
  readonly name: string;
  /** Milliseconds between two looks. */
  readonly interval: number;
  readonly session: SessionStore;
  readonly sync: SessionSync;
  /** Asks the tenant and follows its answer. */
  look(): Promise<unknown>;
}

/** A time that lies further ahead was not written by a poll. In milliseconds. */
const farthest = 86_400_000;
const patience = 10_000;

/** Looks from time to time, in one of the tabs, until `signal` fires; the others hear of what has changed. */
export function poll({ name, interval, session, sync, look }: Polling, signal: AbortSignal): void {
  const key = `portico.polled.${name}`;
  let last = Date.now();
  let jitter = spread();
  let { signOuts } = session;
  watchClock({ due, keep }, signal);

  function due(): number {
    return Math.max(last, read(key)) + interval + jitter;
  }

  async function keep(): Promise<number> {
    const lock = await takeTabLock(`portico.poll.${name}`, patience, { signal }).catch(() => {});
    // Another tab may have looked while this one waited for its turn.
    if (lock && due() <= Date.now() && isWelcome()) await lookAround();
    await lock?.release();
    last = Math.max(last, read(key));
    jitter = spread();
    return 1000;
  }

  async function lookAround(): Promise<void> {
    last = Date.now();
    write(key, last);
    const before = userOf(session);
    try {
      await look();
    } catch (error) {
      const wait = isAuthError(error) ? (error.retryAfter ?? 0) : 0;
      last += Math.max(0, wait - interval);
      write(key, last);
    }
    signOuts = session.signOuts;
    const sub = userOf(session);
    if (sub !== before) sync.tell(sub ? { type: "signed_in", sub } : { type: "changed" });
  }

  /** Who signed out of this application alone is not to be signed in again by it. */
  function isWelcome(): boolean {
    const isOnPurpose = session.signOuts !== signOuts && userOf(session) === undefined;
    if (isOnPurpose) last = Date.now();
    return !isOnPurpose;
  }

  /** So that many pages that were opened at the same time do not ask at the same time. */
  function spread(): number {
    return Math.random() * interval * 0.1;
  }
}

function userOf(session: SessionStore): string | undefined {
  const state = session.get();
  return state.status === "authenticated" ? state.session.user.sub : undefined;
}

/** When some tab last looked, in milliseconds since 1970. */
function read(key: string): number {
  try {
    const at = Number(localStorage.getItem(key));
    return at <= Date.now() + farthest ? at : 0;
  } catch {
    return 0;
  }
}

function write(key: string, at: number): void {
  try {
    localStorage.setItem(key, String(at));
  } catch {
    // Where nothing may be kept, each tab looks for itself.
  }
}

import { isAuthError } from "../errors/auth-error.js";
import { askedForOf } from "../session/asked-for-of.js";
import { watchClock } from "../session/wall-clock.js";
import { currentSession, type FlowContext } from "./flow-context.js";
import { validAccessToken } from "./renewal.js";

/** Pauses before the next try, in milliseconds. */
const shortest = 30_000;
const longest = 300_000;

/**
 * Renews the session whenever its access token runs out. It ends as `expired` where that is refused; where the
 * tenant could not be asked it stays, and is tried again. Until `signal` fires.
 */
export function keepSession(context: FlowContext, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { session } = context;
  let pause = shortest;
  const look = watchClock({ due: () => currentSession(context)?.expiresAt, keep }, signal);
  const stop = session.subscribe(look);
  signal.addEventListener("abort", stop, { once: true });

  async function keep(): Promise<number> {
    const { epoch, tokens } = session;
    if (!tokens) return 0;
    try {
      await validAccessToken(context, askedForOf(tokens.key), { signal, minimum: 0 });
      pause = shortest;
    } catch (error) {
      // Not to have been able to ask proves nothing, whatever it was that did not arrive.
      const isUnknown = isAuthError(error) && (error.retryable || error.code === "network");
      if (isUnknown) return later(error.retryAfter);
      const isOver = session.epoch === epoch && !isAuthError(error, "aborted");
      if (isOver) session.end("expired");
    }
    return 0;
  }

  function later(retryAfter = 0): number {
    const wait = Math.max(pause, retryAfter);
    pause = Math.min(pause * 2, longest);
    return wait;
  }
}

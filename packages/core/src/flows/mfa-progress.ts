import type { MfaChallengeSent } from "../authentication/mfa-answers.js";
import { isAuthError } from "../errors/auth-error.js";
import type { MfaChallenge } from "../identity/challenge.js";
import { createSingleFlight, type SingleFlight } from "../transport/single-flight.js";
import { createTurns, type Turns } from "../transport/turns.js";

/** How far the answering of one challenge is. */
export interface Progress {
  /** The message or question that the next answer is about; none for the code of an app. */
  sent?: MfaChallengeSent | undefined;
  /** Ends the waiting for an answer on the device. */
  stopWaiting?: (() => void) | undefined;
  isOver?: true;
  readonly once: SingleFlight;
  readonly turns: Turns;
}

// Beside the challenge and not in it: challenges stand in React state and on screens, codes must not.
const progress = new WeakMap<MfaChallenge, Progress>();

/** How far it is; nowhere yet if nobody has asked. */
export function progressOf(challenge: MfaChallenge): Progress {
  const known = progress.get(challenge);
  if (known) return known;
  const begun: Progress = { once: createSingleFlight(), turns: createTurns() };
  progress.set(challenge, begun);
  return begun;
}

/** Only the latest message or question is still good. */
export function noteSent(challenge: MfaChallenge, sent: MfaChallengeSent | undefined): void {
  const state = progressOf(challenge);
  state.stopWaiting?.();
  state.sent = sent;
}

/** Waits until there is an answer, the caller gives up, or another answer is given. */
export async function untilStopped<T>(
  state: Progress,
  signal: AbortSignal,
  wait: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  signal.addEventListener("abort", stop);
  state.stopWaiting = stop;
  try {
    return await wait(controller.signal);
  } catch (error) {
    // Whoever has said no is not asked again by itself.
    if (isAuthError(error, "access_denied")) state.sent = undefined;
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    if (state.stopWaiting === stop) state.stopWaiting = undefined;
  }
}

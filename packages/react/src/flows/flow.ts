import { isAuthError, type AuthError, type CallOptions } from "@portico/core";
import { createStore, type ReadonlyStore } from "./store.js";

/** What a flow is doing: never what was put into it. */
export type FlowState<Outcome> =
  | { readonly status: "idle" }
  | { readonly status: "pending" }
  | FlowResult<Outcome>;

/** How a call of a flow ended. */
export type FlowResult<Outcome> =
  | { readonly status: "failed"; readonly error: AuthError }
  | { readonly status: "succeeded"; readonly outcome: Outcome };

/** One use of a flow: runs at most one call at a time and tells how it goes. */
export interface Flow<Input, Outcome> extends ReadonlyStore<FlowState<Outcome>> {
  /** Starts a call, or joins the one under way. Never rejects with an `AuthError`. */
  run(input?: Input): Promise<FlowResult<Outcome>>;
  /** Back to `idle`; a call under way is aborted. */
  reset(): void;
  /** The outcome of the last call that succeeded; none in `idle`. It changes with the state alone. */
  latest(): Outcome | undefined;
}

/** `call` gets the input with a signal that either side can raise; the input is passed on and not kept. */
export function createFlow<Input extends CallOptions, Outcome>(
  call: (input: Input) => Promise<Outcome>,
): Flow<Input, Outcome> {
  const { get, set, subscribe } = createStore<FlowState<Outcome>>(idle);
  let running: AbortController | undefined;
  let result: Promise<FlowResult<Outcome>>;
  let latest: Outcome | undefined;

  return {
    get,
    subscribe,
    run(input) {
      if (!running) result = start(input);
      return result;
    },
    reset() {
      running?.abort();
      finish(idle);
    },
    latest: () => latest,
  };

  /** A failure becomes a result; a developer's mistake stays an exception. */
  async function start(input: Input | undefined): Promise<FlowResult<Outcome>> {
    running = new AbortController();
    const { signal } = running;
    let end: FlowState<Outcome> = idle;
    set({ status: "pending" });
    try {
      end = { status: "succeeded", outcome: await call(withSignal(input, signal)) };
      return end;
    } catch (error) {
      if (!isAuthError(error)) throw error;
      end = { status: "failed", error };
      return end;
    } finally {
      if (!signal.aborted) finish(end);
    }
  }

  function finish(end: FlowState<Outcome>): void {
    running = undefined;
    if (end.status !== "failed") latest = end.status === "succeeded" ? end.outcome : undefined;
    set(end);
  }
}

const idle = Object.freeze({ status: "idle" });

/** The caller's parameters with a signal that either side can raise. They are left out only where none is needed. */
export function withSignal<Params extends CallOptions>(
  params: Params | undefined,
  signal: AbortSignal,
): Params {
  const own = params?.signal;
  return { ...(params as Params), signal: own ? AbortSignal.any([own, signal]) : signal };
}

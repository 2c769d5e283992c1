import { isAuthError, type AuthError } from "@portico/core";

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
export interface Flow<Input, Outcome> {
  get(): FlowState<Outcome>;
  subscribe(listener: () => void): () => void;
  /** Starts a call, or joins the one under way. Never rejects with an `AuthError`. */
  run(input: Input): Promise<FlowResult<Outcome>>;
  /** Back to `idle`; a call under way is aborted. */
  reset(): void;
}

/** `call` gets the input and a signal; the input is passed on and not kept. */
export function createFlow<Input, Outcome>(
  call: (input: Input, signal: AbortSignal) => Promise<Outcome>,
): Flow<Input, Outcome> {
  let state: FlowState<Outcome> = idle;
  let running: { result: Promise<FlowResult<Outcome>>; controller: AbortController } | undefined;
  const listeners = new Set<() => void>();

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run(input) {
      if (running) return running.result;
      const controller = new AbortController();
      const result = settle(() => call(input, controller.signal)).then(
        (next) => finish(controller, next),
        (mistake: unknown) => {
          finish(controller, idle);
          throw mistake;
        },
      );
      running = { result, controller };
      show({ status: "pending" });
      return result;
    },
    reset() {
      running?.controller.abort();
      running = undefined;
      show(idle);
    },
  };

  function finish<State extends FlowState<Outcome>>(
    controller: AbortController,
    next: State,
  ): State {
    if (running?.controller === controller) {
      running = undefined;
      show(next);
    }
    return next;
  }

  function show(next: FlowState<Outcome>): void {
    if (next === state) return;
    state = Object.freeze(next);
    for (const listener of listeners) listener();
  }
}

const idle = Object.freeze({ status: "idle" });

/** A failure becomes a result; a developer's mistake stays an exception. */
async function settle<Outcome>(call: () => Promise<Outcome>): Promise<FlowResult<Outcome>> {
  try {
    return { status: "succeeded", outcome: await call() };
  } catch (error) {
    if (!isAuthError(error)) throw error;
    return { status: "failed", error };
  }
}

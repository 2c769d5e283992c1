import { authError } from "../errors/auth-error.js";

/** What every call accepts. */
export interface CallOptions {
  /** Ends the call early; it then fails as `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

const longestTimer = 2 ** 31 - 1;

/**
 * Runs `work` with a signal that fires at the deadline (milliseconds) or when the caller aborts, and settles
 * at that moment whether or not `work` listens. Throws `timeout` or `aborted`.
 */
export async function withDeadline<T>(
  deadline: number,
  { signal }: CallOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw authError("aborted");
  const controller = new AbortController();
  let stop: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (error: Error) => {
      reject(error);
      controller.abort();
    };
    const timer = setTimeout(
      () => end(authError("timeout", { deadline })),
      Math.min(deadline, longestTimer),
    );
    const onAbort = () => end(authError("aborted"));
    signal?.addEventListener("abort", onAbort);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
  });
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    stop?.();
  }
}

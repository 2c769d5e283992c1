import type { TenantContext } from "../context.js";
import type { createApplication } from "./application.js";

type Application = ReturnType<typeof createApplication>;

/** Answers requests of this process. Fails as `fetch` does: with a TypeError or the abort's reason. */
export function fetchWithoutSocket(
  application: Application,
  { closing }: TenantContext,
): (request: Request) => Promise<Response> {
  return async (request) => {
    request.signal.throwIfAborted();
    if (closing.aborted) throw fetchFailed(closing.reason);
    const ended = new AbortController();
    try {
      return await Promise.race([
        Promise.resolve(application.fetch(request, {})).catch((error: unknown) => {
          throw fetchFailed(error);
        }),
        rejectOn(request.signal, ended.signal, (reason) => reason),
        rejectOn(closing, ended.signal, fetchFailed),
      ]);
    } finally {
      ended.abort();
    }
  };
}

/** Rejects when `signal` is aborted; forgets it when `until` is. */
function rejectOn(
  signal: AbortSignal,
  until: AbortSignal,
  errorOf: (reason: unknown) => unknown,
): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(errorOf(signal.reason)), {
      once: true,
      signal: until,
    });
  });
}

/** What `fetch` throws when a connection breaks. */
function fetchFailed(cause: unknown): TypeError {
  return new TypeError("fetch failed", { cause });
}

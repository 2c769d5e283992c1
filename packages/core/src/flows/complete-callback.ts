import { isPopupCallback } from "../callback/popup-callback.js";
import { takeCallback, type TakenResponse } from "../callback/take-callback.js";
import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import { assertRunnable, watchSignOut, type FlowContext } from "./flow-context.js";
import type { Authenticated } from "./outcome.js";

/** What `completeCallback` takes; all of it optional. */
export interface CompleteCallbackParams extends CallOptions {
  /** The response: an address, a query or a fragment; this page's address, which is then cleaned, if not given. */
  readonly url?: string | undefined;
  /** The state that has to come back, where it was one's own. */
  readonly state?: string | undefined;
  /** The nonce that the ID token has to have, where it was one's own. */
  readonly nonce?: string | undefined;
}

/** There is no response where one was looked for. */
export interface NoCallback {
  readonly kind: "none";
}

/**
 * Redeems the response of a redirect, for apps that look after their callback page themselves (pass
 * `skipRedirectCallback` to `start`). Calls for one response that overlap end alike. Throws what `start` would tell
 * of; the session then stays as it is.
 */
export async function completeCallback(
  context: FlowContext,
  params: CompleteCallbackParams = {},
): Promise<Authenticated | NoCallback> {
  assertRunnable();
  const { url, signal } = params;
  if (signal?.aborted) throw authError("aborted");
  // React's StrictMode gives up a first call and makes a second one in the same turn, which then takes it over.
  const end = new AbortController();
  const onAbort = () => setTimeout(() => end.abort());
  signal?.addEventListener("abort", onAbort);
  try {
    const key = `callback ${url ?? ""}`;
    return await context.singleFlight(key, { signal: end.signal }, async (given) => {
      // Before the first await, so that nothing else in the page sees the response.
      const response = url ?? takeOwnCallback(context);
      if (response === undefined) return { kind: "none" };
      const assertStillWanted = watchSignOut(context);
      // Loaded before the transaction is spent: what does not arrive can then be tried again.
      const part = () => import("./redeem-callback.js");
      const { redeemGiven } = await load(part, { signal: given });
      return redeemGiven(context, response, params, { signal: given, assertStillWanted });
    });
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

/** The response in this page's address, unless it is for the window that has opened this one. */
function takeOwnCallback({ config }: FlowContext): TakenResponse | undefined {
  if (isPopupCallback(config.popupRedirectUri())) return undefined;
  return takeCallback(window.location.href);
}

import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext } from "./flow-context.js";
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
 * `skipRedirectCallback` to `start`). Throws what `start` would tell of.
 */
export async function completeCallback(
  _context: FlowContext,
  _params: CompleteCallbackParams = {},
): Promise<Authenticated | NoCallback> {
  throw new Error("stub");
}

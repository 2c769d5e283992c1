import type { FlowContext } from "./flow-context.js";

/** What `watchSession` takes. */
export interface WatchSessionParams {
  /** Seconds between two looks; 900, which is also the least, if not given. */
  readonly interval?: number | undefined;
}

/**
 * Asks the tenant from time to time who is signed in, so that this page follows sign-ins and sign-outs elsewhere.
 * Pauses while the page is hidden or offline. Returns how to stop. Throws an `Error` for an interval below 15 minutes.
 */
export function watchSession(_context: FlowContext, _params: WatchSessionParams = {}): () => void {
  throw new Error("stub");
}

import { load } from "../transport/load.js";
import { assertRunnable, type FlowContext } from "./flow-context.js";

/** What `watchSession` takes. */
export interface WatchSessionParams {
  /**
   * Seconds between two looks; 900, which is also the least, if not given. Each look runs the tenant's Actions, as a
   * login does, and counts against its rate limits.
   */
  readonly interval?: number | undefined;
}

/** Auth0 counts every look against the tenant's rate limits, and asks for 15 minutes between two. In seconds. */
const least = 900;

/**
 * Asks the tenant from time to time who is signed in, so that this page follows sign-ins and sign-outs elsewhere.
 * Pauses while the page is hidden or offline. Returns how to stop. Throws an `Error` for an interval below 15 minutes.
 */
export function watchSession(
  context: FlowContext,
  { interval = least }: WatchSessionParams = {},
): () => void {
  assertRunnable();
  if (!(interval >= least && interval < Infinity)) {
    throw new Error(
      `Portico was asked to look for the session every ${interval} seconds. Nothing is watched. Give an interval of ${least} seconds or more.`,
    );
  }
  const controller = new AbortController();
  const { signal } = controller;
  let isWatching = false;
  const begin = () => {
    load(() => import("./keep-watch.js"), { signal }).then(
      ({ keepWatch }) => {
        if (!isWatching) keepWatch(context, interval * 1000, signal);
        isWatching = true;
      },
      () => {
        // Once more, as soon as there may be a network or a reader again.
        for (const event of ["online", "pageshow", "focus"]) {
          window.addEventListener(event, begin, { once: true, signal });
        }
      },
    );
  };
  begin();
  return () => controller.abort();
}

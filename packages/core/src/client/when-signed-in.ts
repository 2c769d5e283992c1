import { currentSession, type FlowContext } from "../flows/flow-context.js";
import { load } from "../transport/load.js";
import { signInPart } from "./on-demand.js";

/** Renews the session when it runs out, with code that nobody needs before. Gives how to stop waiting for a sign-in. */
export function whenSignedIn(context: FlowContext, signal: AbortSignal): () => void {
  let isLoaded = false;
  const stop = context.session.subscribe(keep);
  keep();
  return stop;

  function keep(): void {
    if (isLoaded || !currentSession(context)) return;
    isLoaded = true;
    load(signInPart).then(
      ({ keepSession }) => keepSession(context, signal),
      () => (isLoaded = false),
    );
  }
}

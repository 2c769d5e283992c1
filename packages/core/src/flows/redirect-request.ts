import { safeReturnTo } from "../callback/return-to.js";
import type { RedirectRequest } from "../engine/engine.js";
import type { AskedFor } from "../session/asked-for.js";
import type { AppState } from "../transaction/transaction.js";
import type { FlowContext } from "./flow-context.js";

/** A redirect that comes back to this app, and to nowhere else. */
export function redirectRequest(
  { config }: FlowContext,
  asked: AskedFor,
  appState: AppState | undefined,
): RedirectRequest {
  const returnTo = appState?.returnTo;
  return {
    ...asked,
    redirectUri: config.redirectUri(),
    appState: returnTo === undefined ? appState : { ...appState, returnTo: safeReturnTo(returnTo) },
  };
}

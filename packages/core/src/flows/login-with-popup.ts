import { withPopup } from "../browser/popup-window.js";
import {
  askedFor,
  assertRunnable,
  keepSignIn,
  watchSignOut,
  type FlowContext,
} from "./flow-context.js";
import { hostedDetails, type PopupLoginParams } from "./hosted-login.js";
import type { Authenticated } from "./outcome.js";

/**
 * Signs in by the tenant's pages in a window of its own: GET /authorize. Call it in the click itself, before any
 * await. Throws `popup_blocked`, `popup_closed`, `popup_unavailable`, `timeout`.
 */
export async function loginWithPopup(
  context: FlowContext,
  params: PopupLoginParams = {},
): Promise<Authenticated> {
  assertRunnable();
  const { config, engine } = context;
  const { popup: features, connection, signal } = params;
  const asked = askedFor(context, params);
  const request = { ...asked, ...hostedDetails(params), redirectUri: config.popupRedirectUri() };
  const assertStillWanted = watchSignOut(context);
  const tokens = await withPopup(features, (popup) =>
    engine.popupLogin(request, popup, { signal }),
  );
  assertStillWanted();
  return keepSignIn(context, tokens, asked, { seenSilently: false, signIn: { connection } });
}

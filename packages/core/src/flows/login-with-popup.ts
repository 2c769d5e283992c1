import type { PopupWindow } from "../browser/popup-window.js";
import { askedFor, watchSignOut, type FlowContext } from "./flow-context.js";
import { keepSignIn } from "./keep-tokens.js";
import { hostedDetails, type PopupLoginParams } from "./hosted-login.js";
import type { Authenticated } from "./outcome.js";

/**
 * Signs in by the tenant's pages in a window that the click itself has opened: GET /authorize. Throws `popup_blocked`, `popup_closed`, `popup_unavailable`, `timeout`.
 */
export async function loginWithPopup(
  context: FlowContext,
  popup: PopupWindow,
  params: PopupLoginParams,
): Promise<Authenticated> {
  const { config, engine } = context;
  const { connection, signal } = params;
  const asked = askedFor(context, params);
  const request = { ...asked, ...hostedDetails(params), redirectUri: config.popupRedirectUri() };
  const assertStillWanted = watchSignOut(context);
  const tokens = await engine.popupLogin(request, popup, { signal });
  assertStillWanted();
  return keepSignIn(context, tokens, asked, { seenSilently: false, signIn: { connection } });
}

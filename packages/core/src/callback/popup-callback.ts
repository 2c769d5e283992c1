import { isPopupState } from "../transaction/transaction.js";
import { parseResponse } from "./parse-response.js";
import { isPageOf } from "./take-callback.js";

/** Whether this window was opened for a sign-in whose response has come back to it. */
export function isPopupCallback(popupRedirectUri: string): boolean {
  if (!window.opener || !isPageOf(popupRedirectUri)) return false;
  const response = parseResponse(window.location.search, window.location.hash);
  return "state" in response && response.state !== undefined && isPopupState(response.state);
}

import { isPopupState } from "../transaction/transaction.js";
import { holdsResponse } from "./response-parameters.js";
import { isPageOf } from "./take-callback.js";

/** Whether this window was opened for a sign-in whose response has come back to it. */
export function isPopupCallback(popupRedirectUri: string): boolean {
  if (!window.opener || !isPageOf(popupRedirectUri)) return false;
  const { search, hash } = window.location;
  const text = [hash.slice(1), search].find(holdsResponse);
  const [state = "", ...more] = new URLSearchParams(text).getAll("state");
  return more.length === 0 && isPopupState(state);
}

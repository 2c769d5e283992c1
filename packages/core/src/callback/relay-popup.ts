/** What the page in a popup tells its opener. */
interface PopupMessage {
  readonly type: "popup_response";
  readonly state: string;
  readonly search: string;
  readonly hash: string;
}

/**
 * Hands the response in a popup's address to the page that opened it, for a page that does nothing else, and closes
 * the window. Where nobody waits for it the page shows `text` instead, and the answer is false.
 */
export function relayPopup(text = "You can close this window."): boolean {
  const { origin, pathname, search, hash } = window.location;
  // Before anything else in the page, or a reload, meets the response.
  window.history.replaceState(null, "", pathname);
  const opener = window.opener as Window | null;
  const state = stateIn(hash) ?? stateIn(search);
  if (!opener || !state) {
    document.body.textContent = text;
    return false;
  }
  const message: PopupMessage = { type: "popup_response", state, search, hash };
  opener.postMessage(message, origin);
  window.close();
  return true;
}

function stateIn(fields: string): string | null {
  return new URLSearchParams(fields.slice(1)).get("state");
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isPopupState, popupState } from "../transaction/transaction.js";
import { isPopupCallback } from "./popup-callback.js";
import { relayPopup } from "./relay-popup.js";

const home = window.location.href;
const redirectUri = `${window.location.origin}/popup`;
const at = (path: string) => window.history.replaceState(null, "", path);

const posted = vi.fn<(message: unknown, origin: string) => void>();
const closed = vi.fn<() => void>();
/** What the page looked like when it spoke. */
let addressThen = "";

beforeEach(() => {
  document.body.textContent = "";
  posted.mockImplementation(() => (addressThen = window.location.href));
  vi.spyOn(window, "close").mockImplementation(closed);
  Object.defineProperty(window, "opener", { value: { postMessage: posted }, configurable: true });
});
afterEach(() => {
  Object.defineProperty(window, "opener", { value: null, configurable: true });
  document.body.textContent = "";
  vi.restoreAllMocks();
  posted.mockReset();
  closed.mockReset();
  at(home);
});

test.each([
  ["?code=abc&state=popup.s", ""],
  ["", "#access_token=at&state=popup.s"],
  ["?tab=2", "#error=access_denied&state=popup.s"],
  ["?state=open", "#state=popup.s&code=abc"],
])("hands %s%s to its own origin alone, out of a clean address", (search, hash) => {
  at(`/popup${search}${hash}`);
  expect(relayPopup()).toBe(true);
  const message = { type: "popup_response", state: "popup.s", search, hash };
  expect(posted.mock.calls).toEqual([[message, window.location.origin]]);
  expect(addressThen).toBe(redirectUri);
  expect(closed).toHaveBeenCalledOnce();
  expect(document.body.textContent).toBe("");
});

test("says that the window can be closed where nobody opened it, as plain text", () => {
  Object.defineProperty(window, "opener", { value: null, configurable: true });
  at("/popup?code=abc&state=popup.s");
  expect(relayPopup("<b>Done</b>")).toBe(false);
  expect(document.body.textContent).toBe("<b>Done</b>");
  expect(document.body.children).toHaveLength(0);
  expect(window.location.href).toBe(redirectUri);
  expect(closed).not.toHaveBeenCalled();
});

test("says so, too, where there is no response", () => {
  at("/popup");
  expect(relayPopup()).toBe(false);
  expect(document.body.textContent).toBe("You can close this window.");
  expect(posted).not.toHaveBeenCalled();
});

test("a second call finds nothing to hand over", () => {
  at("/popup?code=abc&state=popup.s");
  relayPopup();
  expect(relayPopup()).toBe(false);
  expect(posted).toHaveBeenCalledOnce();
});

test("a popup's response is told by its state, its page and its opener", () => {
  const state = popupState();
  expect(isPopupState(state)).toBe(true);
  at(`/popup?code=abc&state=${state}`);
  expect(isPopupCallback(redirectUri)).toBe(true);
  at(`/popup?state=open#access_token=at&state=${state}`);
  expect(isPopupCallback(redirectUri)).toBe(true);
  expect(isPopupCallback(`${window.location.origin}/elsewhere`)).toBe(false);
  for (const other of [
    "?code=abc&state=s",
    `?state=${state}`,
    `?code=abc&state=${state}&state=${state}`,
    "",
  ]) {
    at(`/popup${other}`);
    expect(isPopupCallback(redirectUri)).toBe(false);
  }
  at(`/popup?code=abc&state=${state}`);
  Object.defineProperty(window, "opener", { value: null, configurable: true });
  expect(isPopupCallback(redirectUri)).toBe(false);
});

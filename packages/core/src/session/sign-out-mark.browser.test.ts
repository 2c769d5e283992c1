import { afterEach, expect, test, vi } from "vitest";
import { markSignOut, wasSignedOut } from "./sign-out-mark.js";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test("a session that began before a sign-out is over, and one that began after it is not", () => {
  const before = Date.now() - 1;
  expect(wasSignedOut("app", before)).toBe(false);
  markSignOut("app");
  expect(wasSignedOut("app", before)).toBe(true);
  expect(wasSignedOut("app", Date.now() + 1)).toBe(false);
  expect(wasSignedOut("another app", before)).toBe(false);
});

test.each(["", "yesterday", "{}", "NaN"])("%j is no sign-out", (text) => {
  localStorage.setItem("portico.signed-out.app", text);
  expect(wasSignedOut("app", 1)).toBe(false);
});

test("a browser that keeps nothing fails nothing", () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse);
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(refuse);
  markSignOut("app");
  expect(wasSignedOut("app", 0)).toBe(false);
});

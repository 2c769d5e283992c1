import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAwaitedElsewhere } from "./awaited-elsewhere.js";
import { createTransactionStore } from "./transaction-store.js";
import { createTransaction } from "./transaction.js";

beforeEach(clear);
afterEach(() => {
  vi.restoreAllMocks();
  clear();
});

function clear(): void {
  sessionStorage.clear();
  localStorage.clear();
}

/** Has a client wait for a state, in this tab or in any. */
function wait(name: string, state: string, anyTab = false): void {
  const asked = {
    redirectUri: "https://app.example/",
    responseType: "code",
    scope: "openid",
  } as const;
  createTransactionStore(name).add(createTransaction({ ...asked, state, anyTab }));
}

test.each([
  ["its tab", false],
  ["any tab", true],
])("knows the state that another client of the page waits for in %s", (_, anyTab) => {
  wait("other", "theirs", anyTab);
  expect(isAwaitedElsewhere("app", "theirs")).toBe(true);
});

test("a client waits for its own states here, whoever else does", () => {
  wait("app", "ours");
  expect(isAwaitedElsewhere("app", "ours")).toBe(false);
  wait("other", "ours");
  expect(isAwaitedElsewhere("app", "ours")).toBe(false);
});

test("one of several clients is enough, and one that waits for something else is none", () => {
  wait("other", "another");
  expect(isAwaitedElsewhere("app", "theirs")).toBe(false);
  wait("third", "theirs");
  expect(isAwaitedElsewhere("app", "theirs")).toBe(true);
});

test("nobody waits where there is nothing, or only what is the app's own", () => {
  expect(isAwaitedElsewhere("app", "theirs")).toBe(false);
  sessionStorage.setItem("theirs.portico.transactions.", '[{"state":"theirs"}]');
  localStorage.setItem("theirs", "theirs");
  expect(isAwaitedElsewhere("app", "theirs")).toBe(false);
});

test("a browser that keeps one of the two from the page is asked for the other", () => {
  wait("other", "theirs", true);
  vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  expect(isAwaitedElsewhere("app", "theirs")).toBe(true);
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  expect(isAwaitedElsewhere("app", "theirs")).toBe(false);
});

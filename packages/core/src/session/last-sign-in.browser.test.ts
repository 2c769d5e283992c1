import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLastSignInStore } from "./last-sign-in.js";

const now = 1_800_000_000_000;
const key = "portico.last-sign-in.app";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  localStorage.clear();
});

test("remembers the connection and the name in this browser, and nothing else", () => {
  const store = createLastSignInStore("app", true);
  expect(store.get()).toBeUndefined();
  const more = { connection: "users", username: "ada", password: "canary" };
  store.set(more);
  const signIn = { connection: "users", username: "ada", at: now };
  expect(createLastSignInStore("app", true).get()).toEqual(signIn);
  expect(JSON.parse(localStorage.getItem(key) ?? "")).toEqual(signIn);
});

test("the last sign-in counts, also where no connection is known", () => {
  const store = createLastSignInStore("app", true);
  store.set({ connection: "users", username: "ada" });
  store.set({ connection: undefined });
  expect(store.get()).toEqual({ at: now });
});

test("keeps applications and tenants apart, and forgets on demand", () => {
  const store = createLastSignInStore("app", true);
  store.set({ connection: "users" });
  const other = createLastSignInStore("other", true);
  expect(other.get()).toBeUndefined();
  other.clear();
  expect(store.get()).toBeDefined();
  store.clear();
  expect(store.get()).toBeUndefined();
  expect(localStorage.length).toBe(0);
});

test("remembers nothing where the app did not ask for it, and drops what it once asked for", () => {
  createLastSignInStore("app", true).set({ connection: "users", username: "ada" });
  const store = createLastSignInStore("app", false);
  expect(store.get()).toBeUndefined();
  store.set({ connection: "users" });
  expect(localStorage.length).toBe(0);
});

test.each(["", "[", "null", "7", '"text"', "[]", "{}", '{"connection":"users"}', '{"at":"now"}'])(
  "does not trust %s in storage",
  (text) => {
    localStorage.setItem(key, text);
    expect(createLastSignInStore("app", true).get()).toBeUndefined();
  },
);

test("drops what is no text", () => {
  localStorage.setItem(key, JSON.stringify({ connection: {}, username: 7, at: 1, more: "x" }));
  expect(createLastSignInStore("app", true).get()).toEqual({ at: 1 });
});

test("storage that throws is no hint and no failure", () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  const store = createLastSignInStore("app", true);
  expect(() => store.set({ connection: "users" })).not.toThrow();
  expect(store.get()).toBeUndefined();
  expect(() => store.clear()).not.toThrow();
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import { createPendingMessageStore } from "./pending-message.js";

const now = 1_800_000_000_000;
const key = "portico.pending-message.app";
const quarter = 15 * 60_000;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  sessionStorage.clear();
});

const challenge: PasswordlessChallenge = {
  type: "passwordless",
  connection: "email",
  channel: "email",
  destination: "ada@example.com",
  send: "code",
  resendAt: now + 30_000,
};

test("keeps one message for this tab, and gives the same object until it changes", () => {
  const store = createPendingMessageStore("app");
  expect(store.get()).toBeUndefined();
  store.set(challenge);
  expect(store.get()).toBe(challenge);
  const later = { ...challenge, resendAt: now + 60_000 };
  store.set(later);
  expect(store.get()).toBe(later);
});

test("survives a reload, again as one object", () => {
  createPendingMessageStore("app").set(challenge);
  const store = createPendingMessageStore("app");
  expect(store.get()).toEqual(challenge);
  expect(store.get()).toBe(store.get());
});

test("keeps applications and tenants apart, and forgets on demand", () => {
  const store = createPendingMessageStore("app");
  store.set(challenge);
  const other = createPendingMessageStore("other");
  expect(other.get()).toBeUndefined();
  other.clear();
  expect(store.get()).toBe(challenge);
  store.clear();
  expect(store.get()).toBeUndefined();
  expect(sessionStorage.length).toBe(0);
});

test("a quarter of an hour later nobody waits for it any more", () => {
  const store = createPendingMessageStore("app");
  store.set(challenge);
  vi.setSystemTime(now + quarter - 1);
  expect(store.get()).toBe(challenge);
  vi.setSystemTime(now + quarter);
  expect(store.get()).toBeUndefined();
  expect(sessionStorage.length).toBe(0);
});

test("one from the future does not stay for ever", () => {
  createPendingMessageStore("app").set(challenge);
  vi.setSystemTime(now - 1);
  expect(createPendingMessageStore("app").get()).toBeUndefined();
});

const kept = { ...challenge, until: now + quarter };

test.each(["", "[", "null", "7", '"text"', "[]", "{}"])("does not trust %s in storage", (text) => {
  sessionStorage.setItem(key, text);
  expect(createPendingMessageStore("app").get()).toBeUndefined();
});

test.each([
  ["type", "mfa"],
  ["connection", ""],
  ["connection", 7],
  ["channel", "pigeon"],
  ["destination", {}],
  ["destination", ""],
  ["send", "voice"],
  ["resendAt", "soon"],
  ["resendAt", null],
  ["until", null],
  ["until", now + quarter + 1],
  ["until", now],
])("does not trust an entry whose %s is %j", (name, value) => {
  sessionStorage.setItem(key, JSON.stringify(kept));
  expect(createPendingMessageStore("app").get()).toEqual(challenge);
  sessionStorage.setItem(key, JSON.stringify({ ...kept, [name]: value }));
  const store = createPendingMessageStore("app");
  expect(store.get()).toBeUndefined();
  store.set(challenge);
  expect(store.get()).toBe(challenge);
});

test("storage that throws fails nothing: the page itself waits, until it is reloaded", () => {
  vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  const store = createPendingMessageStore("app");
  store.set(challenge);
  expect(store.get()).toBe(challenge);
  expect(createPendingMessageStore("app").get()).toBeUndefined();
  vi.setSystemTime(now + quarter);
  expect(store.get()).toBeUndefined();
  vi.setSystemTime(now);
  store.clear();
  expect(store.get()).toBeUndefined();
});

test("storage that is full keeps the latest message, not the one before", () => {
  const store = createPendingMessageStore("app");
  store.set(challenge);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const later = { ...challenge, resendAt: now + 60_000 };
  store.set(later);
  expect(store.get()).toBe(later);
  store.clear();
  expect(store.get()).toBeUndefined();
});

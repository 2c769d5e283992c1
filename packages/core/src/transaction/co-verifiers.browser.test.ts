import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetCoVerifiers, keepCoVerifier, takeCoVerifier } from "./co-verifiers.js";

const tenant = "https://tenant.example";
const quarter = 15 * 60_000;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
});

test("gives a verifier out once, to its tenant and id", () => {
  keepCoVerifier(tenant, "a/1", "one");
  keepCoVerifier(tenant, "a/2", "two");
  expect(Object.keys(sessionStorage).toSorted()).toEqual([
    "co/verifier/https%3A%2F%2Ftenant.example/a%2F1",
    "co/verifier/https%3A%2F%2Ftenant.example/a%2F2",
  ]);
  expect(takeCoVerifier("https://other.example", "a/1")).toBeUndefined();
  expect(takeCoVerifier(tenant, "a/1")).toBe("one");
  expect(takeCoVerifier(tenant, "a/1")).toBeUndefined();
  expect(takeCoVerifier(tenant, "a/2")).toBe("two");
});

test("keeps one for 15 minutes, and clears outworn ones away with the next", () => {
  keepCoVerifier(tenant, "1", "one");
  sessionStorage.setItem("co/verifier/x/broken", "{");
  sessionStorage.setItem("another", "app's");
  vi.advanceTimersByTime(quarter - 1);
  keepCoVerifier(tenant, "2", "two");
  expect(takeCoVerifier(tenant, "1")).toBe("one");
  keepCoVerifier(tenant, "3", "three");
  vi.advanceTimersByTime(quarter);
  expect(takeCoVerifier(tenant, "2")).toBeUndefined();
  keepCoVerifier(tenant, "4", "four");
  expect(Object.keys(sessionStorage).toSorted()).toEqual([
    "another",
    "co/verifier/https%3A%2F%2Ftenant.example/4",
  ]);
});

test.each([
  "{",
  "null",
  "[]",
  '{"verifier":7,"expiresAt":9e15}',
  '{"verifier":"x"}',
  '{"verifier":"x","expiresAt":"9e15"}',
])("takes %s for nothing, and clears it away with the next", (value) => {
  const key = "co/verifier/https%3A%2F%2Ftenant.example/1";
  sessionStorage.setItem(key, value);
  expect(takeCoVerifier(tenant, "1")).toBeUndefined();
  expect(sessionStorage.getItem(key)).toBeNull();
  sessionStorage.setItem(key, value);
  keepCoVerifier(tenant, "2", "two");
  expect(sessionStorage.getItem(key)).toBeNull();
  expect(takeCoVerifier(tenant, "2")).toBe("two");
});

test("a browser that refuses to store fails nothing", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  keepCoVerifier(tenant, "1", "one");
  expect(takeCoVerifier(tenant, "1")).toBeUndefined();
});

test("forgets those of one tenant and leaves the others", () => {
  keepCoVerifier(tenant, "1", "one");
  keepCoVerifier(tenant, "2", "two");
  keepCoVerifier("https://other.example", "1", "three");
  forgetCoVerifiers(tenant);
  expect([takeCoVerifier(tenant, "1"), takeCoVerifier(tenant, "2")]).toEqual([
    undefined,
    undefined,
  ]);
  expect(takeCoVerifier("https://other.example", "1")).toBe("three");
});

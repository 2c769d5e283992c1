import { describe, expect, test } from "vitest";
import { authError, isAuthError } from "./auth-error.js";
import type { PlainErrorCode } from "./error-details.js";

test("tells its code, in words too, and under the name that OAuth has for it", () => {
  const error = authError("too_many_attempts");
  expect(error).toMatchObject({ code: "too_many_attempts", error: "too_many_attempts" });
  expect(String(error)).toBe("AuthError: too many attempts");
  expect(error.stack).toContain("AuthError: too many attempts");
  expect(error).toBeInstanceOf(Error);
});

test("tells why a token was refused", () => {
  expect(authError("invalid_token", { reason: "issued_in_future", skew: 90 }).message).toBe(
    "invalid token (issued_in_future)",
  );
});

test("may be logged whole", () => {
  const info = { status: 400, retryAfter: 3000 };
  const details = { policy: "history", rules: [] } as const;
  const error = authError("invalid_password", details, info);
  const code = "invalid_password";
  expect(JSON.parse(JSON.stringify(error))).toEqual({ name: "AuthError", code, details, ...info });
  expect(error).toMatchObject(info);
});

test("has no status and nothing to wait for where none is known", () => {
  expect(Object.keys(authError("timeout", { deadline: 20 })).toSorted()).toEqual([
    "code",
    "details",
  ]);
  expect(authError("rate_limited", {}, { status: 0, retryAfter: 0 })).toMatchObject({
    status: 0,
    retryAfter: 0,
  });
});

test("keeps its details as they were", () => {
  for (const error of [authError("server"), authError("timeout", { deadline: 20 })]) {
    expect(Object.isFrozen(error.details)).toBe(true);
  }
  expect(authError("server").details).toEqual({});
});

describe("may succeed later without any change", () => {
  const plain: readonly PlainErrorCode[] = ["rate_limited", "server", "invalid_response"];
  test.each([
    ...plain.map((code) => authError(code)),
    authError("timeout", { deadline: 20 }),
    authError("network", { online: false }),
  ])("%s", (error) => {
    expect(error.retryable).toBe(true);
  });

  test("but not before the page is reloaded, where a part of the app did not arrive", () => {
    expect(authError("network", { online: true, reload: true }).retryable).toBe(false);
  });

  const lasting: readonly PlainErrorCode[] = ["aborted", "popup_closed", "invalid_credentials"];
  test.each(lasting)("but not %s", (code) => {
    expect(authError(code).retryable).toBe(false);
  });
});

describe("is told from every other value", () => {
  test.each([new Error("x"), { code: "network" }, null, undefined, "network"])("%s", (value) => {
    expect(isAuthError(value)).toBe(false);
    expect(isAuthError(value, "network")).toBe(false);
  });

  test("and by its code", () => {
    const error: unknown = authError("server");
    expect([isAuthError(error), isAuthError(error, "server")]).toEqual([true, true]);
    expect(isAuthError(error, "network")).toBe(false);
  });
});

import { afterEach, expect, test, vi } from "vitest";
import { createDeprecation } from "./deprecation.js";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** How often the console is told of a call that is made twice. */
function timesTold(isWanted: boolean): number {
  const warn = vi.spyOn(console, "warn").mockClear().mockReturnValue();
  const deprecated = createDeprecation(isWanted);
  deprecated("tokenInfo");
  deprecated("tokenInfo");
  return warn.mock.calls.length;
}

test("says what is retired and what to call instead", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  createDeprecation(true)("tokenInfo");
  expect(warn.mock.calls).toEqual([
    [
      "Portico: legacy.tokenInfo is deprecated. Auth0 has retired POST /tokeninfo in this use. Call users.userinfo instead.",
    ],
  ]);
});

test("is told once", () => {
  expect(timesTold(true)).toBe(1);
  expect(timesTold(false)).toBe(0);
});

test("is told in production never, and where nobody knows what production is", () => {
  vi.stubEnv("NODE_ENV", "production");
  expect(timesTold(true)).toBe(0);
  // A page whose bundler has left the word as it was.
  const { process } = globalThis;
  vi.stubGlobal("process", undefined);
  const times = timesTold(true);
  vi.stubGlobal("process", process);
  expect(times).toBe(1);
});

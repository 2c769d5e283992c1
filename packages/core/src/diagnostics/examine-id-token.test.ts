import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { examinationFor } from "../../test/examination.js";
import { examineIdToken } from "./examine-id-token.js";

const now = 1_700_000_000;

beforeEach(() => vi.setSystemTime(now * 1000));
afterEach(() => vi.useRealTimers());

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

const tokenOf = (header: unknown, claims: unknown) => `${encode(header)}.${encode(claims)}.x`;
const issued = (iat: unknown) => tokenOf({ alg: "RS256" }, { iat });
const examine = (token: string, leeway?: number) =>
  examineIdToken(examinationFor({ leeway }), token).map(({ code, details }) => ({ code, details }));

test.each([
  // With the leeway that is configured, whichever way.
  [60, 60, undefined],
  [60, -60, undefined],
  [60, 61, 61],
  [60, -61, -61],
  [90, 90, undefined],
  // An answer takes a moment, so that the tenant seems to be behind.
  [0, 1, undefined],
  [0, 2, 2],
  [0, 0, undefined],
  [0, -30, undefined],
  [0, -31, -31],
  [10, 10, undefined],
  [10, 11, 11],
])("with a leeway of %i, a token issued in %i seconds is a skew of %j", (leeway, ahead, skew) => {
  const details = skew !== undefined && { seconds: skew, leeway: Math.abs(skew) + 10 };
  expect(examine(issued(now + ahead), leeway)).toEqual(
    details ? [{ code: "clock_skew", details }] : [],
  );
});

test("seconds are whole ones", () => {
  vi.setSystemTime(now * 1000 + 600);
  expect(examine(issued(now + 100))).toEqual([
    { code: "clock_skew", details: { seconds: 99, leeway: 109 } },
  ]);
});

test.each([
  ["HS256", [{ code: "unsupported_algorithm", details: {} }]],
  ["none", [{ code: "unsupported_algorithm", details: {} }]],
  ["RS256", []],
])("a token signed %s", (alg, found) => {
  expect(examine(tokenOf({ alg }, { iat: now }))).toEqual(found);
});

test("a token is judged by its letters of the URL alphabet, too", () => {
  const token = tokenOf({ alg: "RS256" }, { name: "ÿþ?>~ü¿", iat: now + 500 });
  expect(token).toMatch(/-/);
  expect(token).toMatch(/_/);
  expect(examine(token)).toMatchObject([{ code: "clock_skew", details: { seconds: 500 } }]);
});

test.each(["", "x", "x.y", "bnVsbA.bnVsbA.x", "MQ.MQ.x", "{}.{}.{}"])(
  "of what is no token (%s) only the algorithm is told",
  (token) => {
    expect(examine(token)).toEqual([{ code: "unsupported_algorithm", details: {} }]);
  },
);

test.each(["1700000000", null, true])("a date that is no number (%j) is no skew", (iat) => {
  expect(examine(issued(iat))).toEqual([]);
});

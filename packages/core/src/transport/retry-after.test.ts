import { expect, test } from "vitest";
import { retryAfter } from "./retry-after.js";

const now = Date.UTC(2030, 0, 1, 12, 0, 0);

test.each<[string | undefined, number | undefined]>([
  ["1", 1000],
  ["0", 0],
  [" 30 ", 30_000],
  ["60", 60_000],
  ["61", 60_000],
  ["4294967296", 60_000],
  ["9".repeat(400), 60_000],
  ["Tue, 01 Jan 2030 12:00:10 GMT", 10_000],
  ["Tue, 01 Jan 2030 11:59:00 GMT", 0],
  ["Tue, 01 Jan 2040 12:00:00 GMT", 60_000],
  ["", undefined],
  ["soon", undefined],
  ["-5", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  ["30s", undefined],
  ["30, 60", undefined],
  ["2030", 60_000],
  ["2030-01-01T12:00:10Z", undefined],
  ["Nonsense GMT", undefined],
  [undefined, undefined],
])("Retry-After: %s is %s ms", (value, wait) => {
  const headers = new Headers(value === undefined ? {} : { "retry-after": value });
  expect(retryAfter(headers, now)).toBe(wait);
});

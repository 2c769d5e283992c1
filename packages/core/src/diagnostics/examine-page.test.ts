import { expect, test } from "vitest";
import { examinationFor } from "../../test/examination.js";
import { examineHeaders, mayBeFramed } from "./examine-page.js";

test.each([
  [{}, true],
  [{ "x-frame-options": "DENY" }, false],
  [{ "x-frame-options": "deny" }, false],
  [{ "x-frame-options": "SAMEORIGIN" }, true],
  [{ "content-security-policy": "default-src 'none'" }, true],
  [{ "content-security-policy": "frame-ancestors 'none'" }, false],
  [{ "content-security-policy": "default-src *; Frame-Ancestors 'NONE'; img-src *" }, false],
  [{ "content-security-policy": "frame-ancestors 'self'; object-src 'none'" }, true],
  // CSP Level 3, section 6.4.2: the older header is not looked at any more.
  [{ "content-security-policy": "frame-ancestors 'self'", "x-frame-options": "DENY" }, true],
  [{ "content-security-policy": "img-src *", "x-frame-options": "DENY" }, false],
])("whether a page with %j may be framed by its own origin: %s", (headers, expected) => {
  expect(mayBeFramed(new Headers(headers))).toBe(expected);
});

test.each([
  ["same-origin", "same-origin"],
  ["same-origin-plus-coep", "same-origin-plus-coep"],
  ["noopener-allow-popups", "noopener-allow-popups"],
  ['same-origin; report-to="endpoint"', "same-origin"],
  ["same-origin-allow-popups", undefined],
  ["unsafe-none", undefined],
  [undefined, undefined],
])("the opener policy %s is told as %s", (header, policy) => {
  const headers = new Headers(header ? { "cross-origin-opener-policy": header } : {});
  const found = examineHeaders(examinationFor(), headers);
  expect(found.map(({ code, details }) => ({ code, details }))).toEqual(
    policy ? [{ code: "opener_policy", details: { policy } }] : [],
  );
});

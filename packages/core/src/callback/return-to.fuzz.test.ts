import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { safeReturnTo } from "./return-to.js";

const origin = "https://app.example";

/** What addresses are made of, and what browsers read in more than one way. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("/", "//", "\\", ".", "..", "@", ":", "?", "#", "%2f", "%5c"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("\t", "\n", "\r", " ", "\u0000", "\u00a0", "\uff0f", "。", "\ud800"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom("evil.example", "app.example", "app.example.evil.example"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("https:", "http:", "javascript:", "data:", "blob:", "file:"),
  },
  { weight: 2, arbitrary: fc.constantFrom("orders", "user:pw", "[::1]", "127.1", ":444", "xn--") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
);
const target = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")) },
  {
    weight: 2,
    arbitrary: fc.array(piece, { maxLength: 6 }).map((pieces) => origin + pieces.join("")),
  },
  { weight: 1, arbitrary: fc.webUrl() },
  { weight: 1, arbitrary: fc.anything() },
);

/** Whether a browser on our page would leave for another origin, or for none. */
function isElsewhere(given: unknown): boolean {
  if (typeof given !== "string" || !URL.canParse(given, origin)) return true;
  return new URL(given, origin).origin !== origin;
}

test(
  "whatever it is given, it leads to a page of this origin, and says the same of that",
  property,
  () => {
    let elsewhere = 0;
    fc.assert(
      fc.property(target, (given) => {
        const path = safeReturnTo(given, origin);
        const url = new URL(path, origin);
        expect([url.origin, url.username, url.password]).toEqual([origin, "", ""]);
        expect(url.pathname + url.search + url.hash).toBe(path);
        // An address that begins like this is another host's to any router that glues it to something.
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(safeReturnTo(path, origin)).toBe(path);
        expect(isElsewhere(given) ? path : "/").toBe("/");
        if (path === "/") elsewhere += 1;
      }),
      fuzz,
    );
    expect(elsewhere).toBeGreaterThan(fuzz.numRuns / 10);
    expect(elsewhere).toBeLessThan(fuzz.numRuns * 0.9);
  },
);

test("a path of the app's own stays as the browser writes it", property, () => {
  const segment = fc.string({
    unit: fc.constantFrom(..."abcXYZ019-_~!$&'()*+,;=@äß%20".split("")),
    minLength: 1,
  });
  const own = fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), segment, segment)
    .map(([path, query, hash]) => `/${path.join("/")}?${query}#${hash}`);
  fc.assert(
    fc.property(own, (path) => {
      const { pathname, search, hash } = new URL(origin + path);
      expect(safeReturnTo(path, origin)).toBe(pathname + search + hash);
    }),
    fuzz,
  );
});

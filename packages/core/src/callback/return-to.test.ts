import { expect, test } from "vitest";
import { safeReturnTo } from "./return-to.js";

const origin = "https://app.example";

const elsewhere: unknown[] = [
  "//evil.example",
  "///evil.example",
  "////evil.example/",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "\t//evil.example",
  "/\n/evil.example",
  " //evil.example",
  "\u0000//evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "/.\\/evil.example",
  "https://evil.example",
  "https:evil.example/..//evil.example",
  "https:\\\\evil.example",
  "HTTPS://EVIL.EXAMPLE",
  "https://app.example@evil.example",
  "https://app.example.evil.example",
  "https://app.example:444/x",
  "http://app.example/x",
  "https://user@app.example/x",
  "https://user:pw@app.example/x",
  "https://:pw@app.example/x",
  "//app.example@evil.example/",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "javascript://app.example/%0aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://app.example/1b2c",
  "filesystem:https://app.example/temporary/x",
  "file:///etc/passwd",
  "mailto:a@b.example",
  "about:blank",
  "https://app.example//evil.example",
  "https://[",
  "https://",
  undefined,
  null,
  7,
  {},
  ["/a"],
  { toString: () => "/a" },
];

test.each(elsewhere)("leads to / instead of %j", (target) => {
  expect(safeReturnTo(target, origin)).toBe("/");
});

test.each([
  ["/", "/"],
  ["/orders", "/orders"],
  ["/orders?page=2&q=a%20b#row-3", "/orders?page=2&q=a%20b#row-3"],
  ["orders", "/orders"],
  ["?page=2", "/?page=2"],
  ["#top", "/#top"],
  ["", "/"],
  ["/a/../b", "/b"],
  ["/a//b", "/a//b"],
  ["/%2F%2Fevil.example", "/%2F%2Fevil.example"],
  ["/%5cevil.example", "/%5cevil.example"],
  ["/?next=//evil.example", "/?next=//evil.example"],
  ["/#//evil.example", "/#//evil.example"],
  ["/ä", "/%C3%A4"],
  ["https://app.example/a?b#c", "/a?b#c"],
  ["https:/a", "/a"],
])("keeps the app's own %j as %j", (target, path) => {
  expect(safeReturnTo(target, origin)).toBe(path);
});

test("leads to / where the page has no origin", () => {
  expect(safeReturnTo("/orders", "null")).toBe("/");
});

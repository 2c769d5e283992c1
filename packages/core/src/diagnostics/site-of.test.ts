// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { isSameSite } from "./site-of.js";

declare const jsdom: { reconfigure(settings: { url: string }): void };

afterEach(() => vi.restoreAllMocks());

test.each([
  ["https://app.portico.example", "https://id.portico.example", true],
  ["https://app.portico.example", "https://portico.example", true],
  ["https://portico.example", "https://id.portico.example", true],
  ["https://portico.example", "https://portico.example", true],
  ["https://app.a.portico.example:8443", "https://id.b.portico.example", true],
  ["https://app.portico.example", "https://id.another.example", false],
  ["https://app.portico.example", "https://id.notportico.example", false],
  ["https://app.portico.example", "https://portico.example.another.example", false],
  ["https://app.portico.example", "http://id.portico.example", false],
  // A name of which everybody may have a part.
  ["https://one.github.io", "https://two.github.io", false],
  ["https://app.one.github.io", "https://id.one.github.io", true],
  ["http://localhost:3000", "http://localhost:4101", true],
  ["http://127.0.0.1:3000", "http://127.0.0.1:4101", true],
  ["http://127.0.0.1:3000", "http://1.0.0.1:4101", false],
  ["http://127.0.0.1:3000", "http://localhost:4101", false],
])("cookies at %s and %s are of one site: %s", (page, other, expected) => {
  jsdom.reconfigure({ url: page });
  document.cookie = "theirs=1";
  expect(isSameSite(new URL(page), new URL(other))).toBe(expected);
  // What was tried is taken back, and what is the page's stays.
  expect(document.cookie).toBe("theirs=1");
  document.cookie = "theirs=; max-age=0";
});

test("the shortest domain that takes a cookie decides, and no longer one is tried", () => {
  jsdom.reconfigure({ url: "https://one.app.portico.example" });
  const tried = vi.spyOn(document, "cookie", "set");
  isSameSite(new URL(window.location.href), new URL("https://portico.example"));
  expect(tried.mock.calls).toEqual([
    ["portico-diagnose=1; domain=portico.example; path=/; samesite=lax"],
    ["portico-diagnose=; domain=portico.example; path=/; samesite=lax; max-age=0"],
  ]);
});

test("a scheme that differs is enough: no cookie is set for it", () => {
  jsdom.reconfigure({ url: "https://app.portico.example" });
  const tried = vi.spyOn(document, "cookie", "set");
  isSameSite(new URL(window.location.href), new URL("http://portico.example"));
  expect(tried).not.toHaveBeenCalled();
});

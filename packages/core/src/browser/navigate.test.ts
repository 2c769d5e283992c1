// @vitest-environment jsdom
import { expect, test } from "vitest";
import { navigate } from "./navigate.js";

test("leads the page to an address, from which there is a way back", () => {
  const { href } = window.location;
  const pages = history.length;
  navigate(`${href}#there`);
  expect(window.location.href).toBe(`${href}#there`);
  expect(history.length).toBe(pages + 1);
});

import { expect, test } from "vitest";
import { isObject } from "./is-object.js";

test.each([{}, { a: 1 }, Object.create(null), JSON.parse('{"__proto__":1}')])(
  "%j is a JSON object",
  (value) => {
    expect(isObject(value)).toBe(true);
  },
);

test.each([undefined, null, true, 0, "text", [[]], [[{}]], () => {}])("%j is none", (value) => {
  expect(isObject(value)).toBe(false);
});

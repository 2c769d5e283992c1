import { expect, test } from "vitest";
import { authError } from "../errors/auth-error.js";
import { refusalOf } from "./refusal-of.js";

test("a probe that succeeds is refused by nothing", async () => {
  expect(await refusalOf(Promise.resolve("anything"))).toBeUndefined();
});

test.each(["access_denied", "network"] as const)("a probe refused as %s says so", async (code) => {
  expect(await refusalOf(Promise.reject(authError(code)))).toBe(code);
});

test("what is given up, and a mistake of the program, are no refusals", async () => {
  await expect(refusalOf(Promise.reject(authError("aborted")))).rejects.toMatchObject({
    code: "aborted",
  });
  await expect(refusalOf(Promise.reject(new TypeError("a mistake")))).rejects.toThrow("a mistake");
});

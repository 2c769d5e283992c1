import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { checkPhone, phoneShape } from "./phone-schema.js";

describe("checkPhone", () => {
  it.each([
    [true, "DE", "030 901820", undefined],
    [true, "", "+49 30 901820", undefined],
    [true, "DE", " ", "phone_required"],
    [false, "DE", " ", undefined],
    [true, "DE", "030", "phone_invalid"],
    [false, "DE", "030", "phone_invalid"],
    [false, "", "030 901820", "phone_invalid"],
  ] as const)("required %s, %s %j: %s", (required, country, phone, problem) => {
    const schema = z
      .object({ ...phoneShape, password: z.string().check(z.minLength(1)) })
      .check(checkPhone({ required }));
    for (const password of ["", "secret"]) {
      const { error } = schema.safeParse({ phone, phone_country: country, password });
      const found = error?.issues.filter(({ path }) => path.join() === "phone");
      expect(found?.map(({ message }) => message) ?? []).toEqual(problem ? [problem] : []);
    }
  });
});

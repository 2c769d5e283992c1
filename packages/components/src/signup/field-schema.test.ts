import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { fieldSchema } from "./field-schema.js";
import type { SignupField } from "./signup-field.js";

function asked(field: Partial<SignupField> = {}): SignupField {
  return { name: "field", kind: "text", label: "Field", ...field } as SignupField;
}

function verdict(field: SignupField, value: string | boolean): string | undefined {
  const { error } = z.safeParse(fieldSchema(field), value);
  return error?.issues[0]?.message;
}

describe("what a field may hold", () => {
  it.each<[string, Partial<SignupField>, string | boolean, string | undefined]>([
    ["nothing", {}, "", undefined],
    ["spaces", { required: true }, "  ", "field_required"],
    ["no choice", { kind: "select", required: true }, "", "choice_required"],
    ["no tick", { kind: "checkbox" }, false, undefined],
    ["a missing tick", { kind: "checkbox", required: true }, false, "tick_required"],
    ["500 characters", {}, "x".repeat(500), undefined],
    ["501 characters", {}, "x".repeat(501), "value_too_long"],
    ["a long name", { storage: "root", name: "given_name" }, "x".repeat(151), "value_too_long"],
    ["NUL", {}, "a\0b", "value_invalid"],
    ["an escape", {}, "a\u001b[31m", "value_invalid"],
    ["lines", { kind: "textarea" }, "a\nb\tc", undefined],
    ["emoji, Arabic and quotes", {}, "O'Neill \u{1f44b} مرحبا", undefined],
    ["a heart", {}, "I <3 you & {me}", undefined],
    ["markup", {}, "<b>Hello", "value_not_plain"],
    ["a link", {}, "See https://evil.example", "value_not_plain"],
    ["a template", { kind: "textarea" }, "{{ user.email }}", "value_not_plain"],
    [
      "a link, where the app judges itself",
      { validate: () => undefined },
      "https://a.example",
      undefined,
    ],
    ["a picture", { storage: "root", name: "picture" }, "https://a.example/me.png", undefined],
    ["an address", { kind: "email" }, "ada@example.com", undefined],
    ["no address", { kind: "email" }, "ada", "value_invalid"],
    ["a number", { kind: "number" }, "-12,25", undefined],
    ["no number", { kind: "number" }, "12a", "value_invalid"],
    ["a phone number", { kind: "tel" }, "+49 (30) 901820", undefined],
    ["no phone number", { kind: "tel" }, "call me", "value_invalid"],
  ])("%s", (_, field, value, expected) => {
    expect(verdict(asked(field), value)).toBe(expected);
  });

  it("refuses a schema that answers later, with words for whoever wrote it", () => {
    const validate = { "~standard": { validate: async () => ({}) } };
    expect(() => verdict(asked({ validate }), "x")).toThrow(/onBeforeSubmit/);
  });

  it("takes a schema that is a function too", () => {
    const validate = Object.assign(() => "never called", {
      "~standard": { validate: () => ({ issues: [{ message: "No." }] }) },
    });
    expect(verdict(asked({ validate }), "x")).toBe("No.");
  });

  it("takes a schema of zod", () => {
    const validate = z.string().check(z.maxLength(3, "At most three."));
    expect(verdict(asked({ validate }), "four")).toBe("At most three.");
  });
});

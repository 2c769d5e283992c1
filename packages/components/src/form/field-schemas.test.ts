import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { emailField, newPasswordField, passwordField, usernameField } from "./field-schemas.js";
import { ownWords } from "./own-words.js";
import { codeSchema } from "./step-schemas.js";

/** The first thing that is wrong with a value, or what is made of it. */
function judged(schema: z.ZodMiniType<string, string>, value: string): { ok: string } | string {
  const { success, data, error } = schema.safeParse(value);
  return success ? { ok: data } : (error.issues[0]?.message ?? "");
}

describe("emailField", () => {
  it.each([
    ["", "email_required"],
    [" \n", "email_required"],
    ["ada", "email_invalid"],
    ["@", "email_invalid"],
    ["ada@", "email_invalid"],
    ["@example.com", "email_invalid"],
    ["a@b", { ok: "a@b" }],
    [" ada@example.com\t", { ok: "ada@example.com" }],
    ["ada\nb@example\ncom", { ok: "ada\nb@example\ncom" }],
  ])("judges %j as %j", (typed, verdict) => {
    expect(judged(emailField, typed)).toEqual(verdict);
  });
});

describe("usernameField", () => {
  it.each([
    ["", "username_required"],
    [" ", "username_required"],
    [" ada ", { ok: "ada" }],
    ["a", { ok: "a" }],
    ["twelve_chars", { ok: "twelve_chars" }],
    ["thirteen_char", "value_too_long"],
    ["+-.!#$^`~@'_", { ok: "+-.!#$^`~@'_" }],
    ["ada l", "username_invalid"],
    ["*ada", "username_invalid"],
    ["ada*", "username_invalid"],
    ["ädä", "username_invalid"],
  ])("judges %j of at most twelve characters as %j", (typed, verdict) => {
    expect(judged(usernameField({ required: true, maxLength: 12 }), typed)).toEqual(verdict);
  });

  it.each([
    ["ada@example.com", "username_invalid"],
    ["a@b.c", "username_invalid"],
    ["ada@mail.example.com", "username_invalid"],
    ["@ada", { ok: "@ada" }],
    ["ada@example", { ok: "ada@example" }],
    ["ada@.", { ok: "ada@." }],
    ["@example.com", { ok: "@example.com" }],
    ["@ada@example.com", { ok: "@ada@example.com" }],
    ["ada@example.com@", { ok: "ada@example.com@" }],
    ["ada@@example.com", { ok: "ada@@example.com" }],
  ])("lets nobody take somebody's address: %j is %j", (typed, verdict) => {
    expect(judged(usernameField({ required: true, maxLength: 50 }), typed)).toEqual(verdict);
  });

  it("may be left out where it is not asked for", () => {
    const field = usernameField({ required: false, maxLength: 12 });
    expect(judged(field, " ")).toEqual({ ok: "" });
    expect(judged(field, "ada l")).toBe("username_invalid");
  });
});

describe("passwordField and newPasswordField", () => {
  it.each([
    ["an existing one", passwordField],
    ["a new one of an unknown policy", newPasswordField(undefined)],
    ["a new one of a policy", newPasswordField("low")],
  ])("asks for %s, and takes it as it is", (_which, field) => {
    expect(judged(field, "")).toBe("password_required");
    expect(judged(field, "  x  y  ")).toEqual({ ok: "  x  y  " });
  });

  it("calls a new one weak that does not keep the policy", () => {
    expect(judged(newPasswordField("low"), "12345")).toBe("password_weak");
    expect(judged(newPasswordField({ minLength: 3 }), "12")).toBe("password_weak");
    expect(judged(newPasswordField(undefined), "1")).toEqual({ ok: "1" });
  });
});

describe("codeSchema", () => {
  it("asks for a code, and takes the space around it away", () => {
    expect(judged(codeSchema.shape.code, " ")).toBe("code_required");
    expect(judged(codeSchema.shape.code, " 1 ")).toEqual({ ok: "1" });
  });
});

describe("ownWords", () => {
  it("refuses with a text, also an empty one, and with nothing else", () => {
    const only = (answer: string | undefined) =>
      z.string().check(ownWords<string>((value) => (value === "no" ? answer : undefined)));
    expect(judged(only("Not that."), "no")).toBe("Not that.");
    expect(only("").safeParse("no").success).toBe(false);
    expect(only(undefined).safeParse("no").success).toBe(true);
    expect(judged(only("Not that."), "yes")).toEqual({ ok: "yes" });
  });
});

import type { ResolverOptions } from "react-hook-form";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { emailField, passwordField } from "./field-schemas.js";
import { ownWords } from "./own-words.js";
import { schemaResolver, verdictOf, type FormSchema, type Judge } from "./schema-resolver.js";

type Values = { email: string; password: string };

const options: ResolverOptions<Values> = { fields: {}, shouldUseNativeValidation: false };

function judged(schema: FormSchema<Values>, email: string, password = "secret") {
  return schemaResolver(schema)({ email, password }, undefined, options);
}

describe("schemaResolver", () => {
  it("sends what a schema makes of the values", async () => {
    const schema = z.object({ email: emailField, password: passwordField });
    expect(await judged(schema, " ada@example.com ")).toEqual({
      values: { email: "ada@example.com", password: "secret" },
      errors: {},
    });
  });

  it("says of each field the first thing that is wrong with it", async () => {
    const twice = z.string().check(z.minLength(3, "first"), z.minLength(2, "second"));
    const schema = z.object({ email: emailField, password: twice });
    expect(await judged(schema, "ada", "x")).toEqual({
      values: {},
      errors: {
        email: { type: "validation", message: "email_invalid" },
        password: { type: "validation", message: "first" },
      },
    });
  });

  it("tells the app's own words from keys of the dictionary", async () => {
    const noGuests = ownWords<string>((value) => (value === "guest" ? "No guests." : undefined));
    const schema = z.object({ email: z.string().check(noGuests), password: passwordField });
    const { errors } = await judged(schema, "guest");
    expect(errors).toEqual({ email: { type: "refusal", message: "No guests." } });
  });

  it("takes a schema of any library, also one that answers later", async () => {
    const schema = {
      "~standard": {
        validate: async () => ({ issues: [{ path: ["email"], message: "email_required" }] }),
      },
    };
    const { errors } = await judged(schema, "");
    expect(errors).toEqual({ email: { type: "validation", message: "email_required" } });
  });

  it("takes a function", async () => {
    const judge: Judge<Values> = (values) =>
      verdictOf(values, { email: values.email ? undefined : "email_required" });
    expect((await judged(judge, "")).errors).toEqual({
      email: { type: "validation", message: "email_required" },
    });
    expect((await judged(judge, "ada")).values).toEqual({ email: "ada", password: "secret" });
  });
});

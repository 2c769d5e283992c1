/* oxlint-disable vitest/valid-title, vitest/expect-expect -- the compiler is what judges here */
import type { ReactNode } from "react";
import { describe, expectTypeOf, test } from "vitest";
import * as z from "zod/mini";
import { Login } from "../login/login.js";
import type { LoginValues } from "../login/judge-login.js";
import { Passwordless } from "../passwordless/passwordless.js";
import { ResetPassword } from "../reset-password/reset-password.js";
import { Signup } from "../signup/signup.js";
import type { AppSchema } from "./schema-resolver.js";

// The compiler is what judges here: nothing below is ever called, and a mistake that compiles fails the build.
const compiles = (title: string, _check: () => unknown) => test(title, () => {});

declare function shown(...components: readonly ReactNode[]): void;

const text = z.string();

describe("a schema of the app's own", () => {
  compiles("may be about all that a form holds, or some of it", () => {
    expectTypeOf(z.object({ email: text })).toExtend<AppSchema<LoginValues>>();
    expectTypeOf(z.object({ username: text, password: text })).toExtend<AppSchema<LoginValues>>();
    return shown(
      <Login schema={z.object({ email: z.optional(text) })} />,
      <Signup schema={z.object({ email: text, team: text, news: z.boolean() })} />,
      <ResetPassword schema={z.object({ email: text })} />,
      <Passwordless schema={z.object({ phone: text, phone_country: text })} />,
      <Passwordless schema={z.union([z.object({ email: text }), z.object({ phone: text })])} />,
    );
  });

  compiles("is about what a form holds, and of its kind", () =>
    shown(
      // @ts-expect-error -- a login has no such field
      <Login schema={z.object({ mail: text })} />,
      // @ts-expect-error -- an address is a text
      <Login schema={z.object({ email: z.number() })} />,
      // @ts-expect-error -- no field holds a number
      <Signup schema={z.object({ age: z.number() })} />,
      // @ts-expect-error -- a reset asks for an address alone
      <ResetPassword schema={z.object({ password: text })} />,
      // @ts-expect-error -- a code is for the tenant to judge
      <Passwordless schema={z.object({ code: text })} />,
    ),
  );

  compiles("may be written by hand, and answer later", () => {
    const schema: AppSchema<LoginValues> = {
      "~standard": { validate: async () => ({ issues: [{ message: "No.", path: ["email"] }] }) },
    };
    return <Login schema={schema} />;
  });
});

import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { ValidationKey } from "../i18n/messages.js";

/** What a form is judged by: a schema for all that it holds, such as one of zod, or a function for a plain form. */
export type FormSchema<Values> = ObjectSchema<Values> | Judge<Values>;

/** As much of Standard Schema (standardschema.dev) as it takes to judge a form. */
export interface ObjectSchema<Values> {
  readonly "~standard": {
    readonly validate: (values: unknown) => Verdict<Values> | Promise<Verdict<Values>>;
  };
}

/**
 * A schema of the app's own for some of what a form holds, or all of it: of zod, Valibot, ArkType, or any other library
 * that follows Standard Schema. It may answer later. What it makes of the values is not used.
 */
export type AppSchema<Held> = ObjectSchema<{
  readonly [Name in keyof Held]?: Held[Name] | undefined;
}>;

/** Judges what a form holds without a schema. It may have to load first what it takes for that. */
export type Judge<Values> = (values: Values) => Verdict<Values> | Promise<Verdict<Values>>;

/** The values as they are sent, or what is wrong with them. */
export type Verdict<Values> =
  | { readonly value: Values; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** What is wrong with a field. */
export interface Issue {
  /** A key of the dictionary or, with `isOwnWords` among the parameters, the app's own words. */
  readonly message: string;
  readonly path?: readonly unknown[] | undefined;
  readonly params?: { readonly isOwnWords?: boolean } | undefined;
}

/** Lets a schema judge a form; each field shows the first thing that is wrong with it. */
export function schemaResolver<Values extends FieldValues>(
  schema: FormSchema<Values>,
): Resolver<Values, unknown, Values> {
  const judge = typeof schema === "function" ? schema : schema["~standard"].validate;
  return async (values) => {
    const verdict = await judge(values);
    if (!verdict.issues) return { values: verdict.value, errors: {} };
    const found = verdict.issues.map(({ path, params, message }) => [
      path?.join("."),
      { type: params?.isOwnWords ? "refusal" : "validation", message },
    ]);
    // Entries that come later win, so the first issue of a field has to come last.
    return { values: {}, errors: Object.fromEntries(found.reverse()) as FieldErrors<Values> };
  };
}

/** The verdict on values of which `problems` tells, by the fields' names, what is wrong with them. */
export function verdictOf<Values>(
  value: Values,
  problems: { readonly [Name in keyof Values]?: ValidationKey | undefined },
): Verdict<Values> {
  const issues = Object.entries<ValidationKey | undefined>(problems).flatMap(([name, message]) =>
    message ? [{ path: [name], message }] : [],
  );
  return issues.length > 0 ? { issues } : { value };
}

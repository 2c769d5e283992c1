import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { isOwnWords } from "./own-words.js";

/** Lets a zod schema judge a form; each field shows the first thing that is wrong with it. */
export function schemaResolver<Values extends FieldValues>(
  schema: z.ZodMiniType<Values>,
): Resolver<Values, unknown, Values> {
  return (values) => {
    const parsed = z.safeParse(schema, values);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const found = parsed.error.issues.map((issue) => [
      issue.path.join("."),
      { type: isOwnWords(issue) ? "refusal" : "validation", message: issue.message },
    ]);
    // Entries that come later win, so the first issue of a field has to come last.
    return { values: {}, errors: Object.fromEntries(found.reverse()) as FieldErrors<Values> };
  };
}

import * as z from "zod/mini";
import type { Issue } from "./schema-resolver.js";

/** A check in the app's own words: `judge` tells what is wrong, in the reader's language, or nothing. */
export function ownWords<Value>(judge: (value: Value) => string | undefined) {
  return z.superRefine<Value>((value, context) => {
    const message = judge(value);
    if (message !== undefined) context.addIssue({ code: "custom", message, params: mark });
  });
}

const mark: Issue["params"] = { isOwnWords: true };

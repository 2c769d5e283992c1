import * as z from "zod/mini";

/** A check in the app's own words: `judge` tells what is wrong, in the reader's language, or nothing. */
export function ownWords<Value>(judge: (value: Value) => string | undefined) {
  return z.superRefine<Value>((value, context) => {
    const message = judge(value);
    if (message !== undefined) context.addIssue({ code: "custom", message, params: mark });
  });
}

/** Whether its message is no key of the dictionary but the app's own words. */
export function isOwnWords(issue: z.core.$ZodIssue): boolean {
  return issue.code === "custom" && issue.params?.["isOwnWords"] === true;
}

const mark = { isOwnWords: true };

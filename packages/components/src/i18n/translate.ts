import type { AuthError } from "@portico/react";
import type { Messages, PartialMessages, ValidationKey } from "./messages.js";

/** What can be wrong: found by the form, refused by the tenant, or refused by the app in its own words. */
export type Problem = ValidationKey | AuthError | Refusal;

/** The app refuses, and says why in the reader's language. */
export interface Refusal {
  readonly refusal: string;
}

/** The words for a problem; nothing that the tenant wrote is among them. */
export function translate(
  messages: Pick<Messages, "validation" | "errors">,
  problem: Problem,
): string {
  if (typeof problem === "string") return messages.validation[problem];
  if ("refusal" in problem) return problem.refusal;
  const words = messages.errors[problem.code] as string | ((error: AuthError) => string);
  return typeof words === "string" ? words : words(problem);
}

/** Whether it is the failure of a call. */
export function isAuthProblem(problem: Problem | undefined): problem is AuthError {
  return typeof problem === "object" && "code" in problem;
}

/** `messages` with some of its words replaced, section by section. A language brings its direction along. */
export function mergeMessages(messages: PartialMessages, some: PartialMessages): PartialMessages {
  const replaced = Object.entries(some).flatMap(([name, section]) => {
    if (section === undefined) return [];
    const above = messages[name as keyof Messages];
    return [[name, isSection(above) && isSection(section) ? { ...above, ...section } : section]];
  });
  const ofLanguage = some.locale === undefined ? messages.direction : "ltr";
  return { ...messages, ...Object.fromEntries(replaced), direction: some.direction ?? ofLanguage };
}

function isSection(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

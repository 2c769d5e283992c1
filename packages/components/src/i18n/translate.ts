import type { AuthError } from "@portico/react";
import type { Messages, PartialMessages, ValidationKey } from "./messages.js";

/** What can be wrong with a field: found by the form, or refused by the tenant. */
export type Problem = ValidationKey | AuthError;

/** The words for a problem; nothing that the tenant wrote is among them. */
export function translate(messages: Messages, problem: Problem): string {
  if (typeof problem === "string") return messages.validation[problem];
  const words = messages.errors[problem.code] as string | ((error: AuthError) => string);
  return typeof words === "string" ? words : words(problem);
}

/** `messages` with some of its words replaced, section by section. */
export function mergeMessages(messages: Messages, some: PartialMessages): Messages {
  const replaced = Object.entries(some).flatMap(([name, section]) =>
    section ? [[name, { ...messages[name as keyof Messages], ...section }] as const] : [],
  );
  return { ...messages, ...Object.fromEntries(replaced) };
}

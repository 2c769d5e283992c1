import type { AuthenticatorKind } from "../state/authenticators.js";
import type { Verification } from "../policy/mfa-verification.js";
import { chooseWords, type HostedWords } from "./hosted-words.js";
import { englishMfa } from "./words/english-mfa.js";
import { frenchMfa } from "./words/french-mfa.js";
import { germanMfa } from "./words/german-mfa.js";
import { spanishMfa } from "./words/spanish-mfa.js";

/** What the pages of the second step say, in one language. */
export type MfaWords = Readonly<typeof englishMfa>;

export type StepWords = HostedWords & MfaWords;

/** The factors that are answered with a code; a push has a page of its own. */
export type CodeKind = Exclude<AuthenticatorKind, "push">;

const languages: Readonly<Record<string, MfaWords>> = {
  en: englishMfa,
  de: germanMfa,
  fr: frenchMfa,
  es: spanishMfa,
};

/** The words of the first language of `ui_locales` that the pages speak; else English. */
export function stepWords(uiLocales: string | undefined): StepWords {
  const words = chooseWords(uiLocales);
  return { ...words, ...(languages[words.language] ?? englishMfa) };
}

export function problemWords(words: MfaWords, problem: Exclude<Verification, "verified">): string {
  switch (problem) {
    case "wrong-code":
      return words.wrongCode;
    case "too-many-attempts":
      return words.tooManyCodes;
    default:
      return problem satisfies never;
  }
}

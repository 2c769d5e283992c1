import type { Messages } from "../messages.js";
import { en } from "./en.js";

/**
 * English that looks foreign, to look at pages with: accented, about a third longer, and in brackets, so that words from
 * elsewhere and words that are cut off stand out. What a sentence is given, such as an address, stays as it is.
 */
export const pseudo: Messages = { ...disguised(en), locale: "en-XA" };

/** The same shape with other words, also where functions make them. */
function disguised<Words>(words: Words): Words;
function disguised(words: unknown): unknown {
  if (typeof words === "string") return `⟦${accented(words, [])}⟧`;
  if (typeof words === "function") {
    return (...given: readonly unknown[]) => `⟦${accented(String(words(...given)), given)}⟧`;
  }
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, disguised(word)]));
}

function accented(text: string, given: readonly unknown[]): string {
  const [kept, ...others] = given;
  if (given.length === 0) return text.replace(/[aeiou]/gi, longVowel);
  if (typeof kept !== "string" || kept === "") return accented(text, others);
  const between = text.split(kept).map((part) => accented(part, others));
  return between.join(kept);
}

function longVowel(vowel: string): string {
  return `${vowel}\u0301${vowel.toLowerCase()}\u0301`.normalize();
}

import { useSpeech } from "./language.js";
import type { SiteWords } from "./site-words.js";

/** The same words in every language. */
export interface Words<W> {
  readonly en: W;
  readonly ar: W;
}

/** The words of a page in the reader's language; they stand beside the page that uses them. */
export function useWords<W>(words: Words<W>): W {
  return words[useSpeech().language];
}

/** The words that stand on every page, and around the sign-in. */
export function useSiteWords(): SiteWords {
  return useSpeech().site;
}

/** The locale for dates and numbers; in Arabic with the digits that stand on the drawings. */
export function useLocale(): string {
  return useSpeech().language === "ar" ? "ar-u-nu-latn" : "en-GB";
}

import { english } from "./words/english.js";
import { french } from "./words/french.js";
import { german } from "./words/german.js";
import { spanish } from "./words/spanish.js";

/** What the pages say, in one language. */
export type HostedWords = Readonly<typeof english>;

const languages: readonly HostedWords[] = [english, german, french, spanish];

/** The first language of `ui_locales` (such as `de-AT de en`) that the pages speak; else English. */
export function chooseWords(uiLocales: string | undefined): HostedWords {
  for (const locale of (uiLocales ?? "").toLowerCase().split(/\s+/)) {
    const [language] = locale.split("-");
    const words = languages.find((item) => item.language === language);
    if (words) return words;
  }
  return english;
}

import type { HttpContext } from "../http/environment.js";
import { chooseWords, type HostedWords } from "./hosted-words.js";
import { englishAccount } from "./words/english-account.js";
import { frenchAccount } from "./words/french-account.js";
import { germanAccount } from "./words/german-account.js";
import { spanishAccount } from "./words/spanish-account.js";

/** What sign-up and the pages that mails lead to say, in one language. */
export type AccountWords = Readonly<typeof englishAccount>;

const languages: Readonly<Record<string, AccountWords>> = {
  en: englishAccount,
  de: germanAccount,
  fr: frenchAccount,
  es: spanishAccount,
};

/** The words of a language that the hosted pages speak. */
export function accountWords({ language }: Pick<HostedWords, "language">): AccountWords {
  return languages[language] ?? englishAccount;
}

/** The browser's language (`Accept-Language`): nobody who follows a link says another. */
export function wordsOfBrowser(c: HttpContext): HostedWords {
  const ranges = (c.req.header("accept-language") ?? "").split(",");
  return chooseWords(ranges.map((range) => range.split(";")[0]?.trim()).join(" "));
}

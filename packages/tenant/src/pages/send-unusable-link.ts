import type { HttpContext } from "../http/environment.js";
import { accountWords, wordsOfBrowser, type AccountWords } from "./account-words.js";
import { noticePage } from "./notice-page.js";
import { sendPage } from "./send-page.js";

/** Answers a link out of a mail that is too old, was used, or was replaced by a newer one. */
export function sendUnusableLink(
  c: HttpContext,
  status: "expired" | "unknown",
  advice: "askForNewLink" | "allIsWellIfVerified" | "changeInstead",
): Promise<Response> {
  const { language } = wordsOfBrowser(c);
  const words: AccountWords = accountWords({ language });
  const { title, text } = status === "expired" ? words.linkExpired : words.linkUsed;
  const page = noticePage({
    name: status === "expired" ? "link-expired" : "link-used",
    title,
    text: `${text} ${words[advice]}`,
    language,
  });
  return sendPage(c, page, { status: 400, formTarget: null });
}

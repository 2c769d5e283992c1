import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** English, section `rules`. */
export const rulesWords = {
  rules: {
    title: "Your password needs",
    met: "done",
    open: "missing",
    nonEmpty: () => "At least 1 character",
    lengthAtLeast: ([length = 1]) => `At least ${characters(length)}`,
    shouldContain: () => "All of these:",
    containsAtLeast: ([some = 1, all = 1]) =>
      `At least ${number("en", some)} of these ${number("en", all)}:`,
    identicalChars: ([most = 2]) =>
      `No more than ${count("en", most, { one: "# identical character", other: "# identical characters" })} in a row`,
    sequentialChars: ([most = 2]) =>
      `No more than ${characters(most)} in sequence, such as abc or 321`,
    maxLength: ([most = 72]) =>
      `At most ${count("en", most, { one: "# byte", other: "# bytes" })}: a shorter password`,
    lowerCase: () => "A lowercase letter (a–z)",
    upperCase: () => "An uppercase letter (A–Z)",
    numbers: () => "A number (0–9)",
    specialCharacters: () => "A special character (such as !@#$)",
  },
} as const satisfies Pick<Messages, "rules">;

function characters(value: number): string {
  return count("en", value, { one: "# character", other: "# characters" });
}

import { fakeError } from "@portico/core/testing";
import { describe, expect, it } from "vitest";
import type { Messages } from "../messages.js";
import { ar } from "./ar.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { he } from "./he.js";
import { ja } from "./ja.js";
import { pseudo } from "./pseudo.js";
import { ptBR } from "./pt-br.js";
import { zhCN } from "./zh-cn.js";

/** Every way in which an error can be told apart by its details. */
const failures = [
  fakeError("network", { online: true, reload: true }),
  fakeError("network", { online: true }),
  fakeError("network", { online: false }),
  fakeError("rate_limited", {}, { retryAfter: 4200 }),
  fakeError("rate_limited"),
  fakeError("invalid_password", { policy: "strength", rules: [] }),
  fakeError("invalid_password", { policy: "dictionary", rules: [] }),
  fakeError("invalid_password", { policy: "user_info", rules: [] }),
  fakeError("invalid_password", { policy: "history", rules: [] }),
];

const english = saidBy(en);
const all: readonly Messages[] = [en, ar, de, es, fr, he, ja, pseudo, ptBR, zhCN];

describe.each(all.map((messages) => ({ locale: messages.locale, messages })))(
  "the words of $locale",
  ({ locale, messages }) => {
    const said = saidBy(messages);

    it("are all there, with nothing besides", () => {
      expect(said.map(({ path }) => path)).toEqual(english.map(({ path }) => path));
      expect(english.length).toBeGreaterThan(250);
    });

    it("are never empty, and have no space at an end or in front of another", () => {
      const faulty = said.filter(({ text }) => text !== text.trim() || /^$| {2}/.test(text));
      expect(faulty).toEqual([]);
    });

    it("hold what they are given where English does", () => {
      const lacking = said.filter(({ text, given }, index) =>
        given.some((value) => english[index]?.text.includes(value) && !text.includes(value)),
      );
      expect(lacking).toEqual([]);
      expect(said.filter(({ given }) => given.length > 0).length).toBeGreaterThan(25);
    });

    it("end as those of English do: as a sentence, a question, the start of a list or a label", () => {
      const different = said.filter(({ text }, index) => ending(text) !== endingOf(index));
      expect(different.map(({ path, text }) => [path, text])).toEqual([]);
    });

    it("are in the language: no sentence is that of another", () => {
      const others = all.filter((other) => other.locale !== locale).map(saidBy);
      const taken = said.filter(
        ({ text }, index) =>
          ending(text) === "." && others.some((other) => other[index]?.text === text),
      );
      expect(taken).toEqual([]);
    });

    it("write numbers in digits that can be typed", () => {
      expect(said.filter(({ text }) => /\p{Nd}/u.test(text.replace(/[0-9]/g, "")))).toEqual([]);
    });

    it("name the language as BCP 47 does, in its canonical form", () => {
      expect(Intl.getCanonicalLocales(locale)).toEqual([locale]);
    });
  },
);

it("French keeps its marks of two parts on the line of the word before", () => {
  const said = saidBy(fr).filter(({ text }) => /[?!;:]/.test(text.replace("!@#$", "")));
  const cramped = said.filter(({ text }) => /[^\u202f][?!;](?!@)|[^\u00a0]:/.test(text));
  expect(cramped).toEqual([]);
  expect(said.length).toBeGreaterThan(15);
});

it.each([
  ["Arabic", ar],
  ["Hebrew", he],
] as const)(
  "%s isolates what it is given and its examples, and reads from the right",
  (_, words) => {
    const sentences = saidBy(words).filter(({ text }) => /[\w!@#$+-]{2,} ?/.test(text));
    const foreign = /[A-Za-z@+!#$][\w@.+!#$ -]*/g;
    const bare = sentences
      .map(({ text }) => text.replace(/\u2068[^\u2068\u2069]*\u2069/g, ""))
      .flatMap((text) => text.match(foreign) ?? [])
      .map((text) => text.trim());
    // Single words that turn nothing around.
    expect(new Set(bare)).toEqual(new Set(["https.", "Caps Lock", "QR"]));
    expect(words.direction).toBe("rtl");
    expect(words.signup.accepted("ada@example.com")).toContain("\u2068ada@example.com\u2069");
  },
);

function endingOf(index: number): string {
  return ending(english[index]?.text ?? "");
}

/** The kind of the last mark, in whatever script; none for labels. */
function ending(text: string): string {
  const last = text.replace(/[\u2069⟧]+$/, "").at(-1) ?? "";
  const kinds: Readonly<Record<string, string>> = {
    ".": ".",
    "。": ".",
    "?": "?",
    "？": "?",
    "؟": "?",
    ":": ":",
    "：": ":",
  };
  return kinds[last] ?? "";
}

interface Said {
  readonly path: string;
  readonly text: string;
  readonly given: readonly string[];
}

/** Everything that a dictionary can say, with samples for what it is given. */
function saidBy(messages: Messages): Said[] {
  const { locale: _locale, direction: _direction, errors, rules, ...sections } = messages;
  return [...wordsIn(sections, ""), ...wordsIn(errors, "errors."), ...wordsIn(rules, "rules.")];
}

function wordsIn(words: object, above: string): Said[] {
  return Object.entries(words)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]: [string, unknown]) => {
      const path = above + key;
      if (typeof value === "string") return [{ path, text: value, given: [] }];
      if (typeof value === "object" && value !== null) return wordsIn(value, `${path}.`);
      if (typeof value !== "function") throw new Error(`${path} is neither words nor a function`);
      return samplesOf(path).map(({ sample, given }) => ({
        path,
        text: String(value(...sample)),
        given,
      }));
    });
}

/** What a function may be given, by where it stands. */
function samplesOf(path: string) {
  if (path.startsWith("rules.")) return [{ sample: [[5, 8]], given: ["5", "8"] }];
  if (/\.(wait|resendIn)$/.test(path)) return [{ sample: [30], given: ["30"] }];
  if (path.startsWith("errors.")) {
    const known = failures.filter(({ code }) => path === `errors.${code}`);
    if (known.length === 0) throw new Error(`${path} needs a sample`);
    return known.map((error) => ({ sample: [error], given: [] }));
  }
  const howMany = path === "linkAccounts.confirm.text" ? 2 : 1;
  const given = ["ada@example.com", "+49 30 901820"].slice(0, howMany);
  const mayBeUnnamed = /^(mfa\.verify\.text|userMenu\.open|authPanel\.signedIn)/.test(path);
  return [{ sample: given, given }, ...(mayBeUnnamed ? [{ sample: [], given: [] }] : [])];
}

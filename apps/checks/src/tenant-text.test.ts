import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "../../../packages/core/src");
const files = readdirSync(source, { encoding: "utf8", recursive: true })
  .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
  .toSorted();

/** Sentences that come from no tenant. */
const others = [
  // What a library says that could not be loaded.
  "auth0-js/open-web-auth.ts: /cannot find|could not resolve|failed to resolve/i",
  // A response type of OAuth, twice.
  "callback/redeem-response.ts: token id_token",
  // With any other words, or none, the answer is read by code that is loaded for it, to the same end.
  "callback/plain-refusal.ts: Login required",
  "client/auth-config.ts: token id_token",
  // The end of a date in a header.
  "transport/retry-after.ts:  GMT",
];

// Auth0 may word its descriptions anew on any day; its codes it keeps.
test("what the tenant says in words decides in three places only, where it has no code", () => {
  const compared = files.flatMap((name) =>
    sentencesComparedIn(codeOf(name)).map((text) => `${name}: ${text}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(compared.filter((one) => !others.includes(one))).toEqual([
    "callback/authorization-response.ts: Multifactor authentication required",
    "errors/signup-refusal.ts: error in email",
    "errors/signup-refusal.ts: public signup is disabled",
  ]);
});

test("a description is read nowhere else", () => {
  const reading = files.filter((name) => /\b(error_?)?description\b/i.test(codeOf(name)));
  expect(reading).toEqual([
    "callback/authorization-response.ts",
    "callback/plain-refusal.ts",
    // The name alone, to take the parameter out of the address.
    "callback/response-parameters.ts",
    "errors/signup-refusal.ts",
  ]);
});

test.each([
  ['if (text === "so it is") return;', ["so it is"]],
  ['if (\n  text !==\n    "so it is"\n) return;', ["so it is"]],
  ['switch (text) { case "so it is": }', ["so it is"]],
  ['text.startsWith("so it"); text.includes(`is so`);', ["so it", "is so"]],
  ['["so it is", "or so"].includes(text)', ["so it is", "or so"]],
  ['const words = { "so it is": "code" };', ["so it is"]],
  ['const said = "so it is";\nif (text === said) return;', ["so it is"]],
  ["/so it is/.test(text)", ["/so it is/"]],
  ['throw new Error("So it is.");', []],
  ['if (code === "so_it_is") return;', []],
])("%j compares %j", (code, sentences) => {
  expect(sentencesComparedIn(code)).toEqual(sentences);
});

/** A file without its comments. */
function codeOf(name: string): string {
  const text = readFileSync(join(source, name), "utf8");
  return text.replaceAll(/\/\*[^]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
}

/** Texts and patterns with a space in them that something is held against. */
function sentencesComparedIn(code: string): string[] {
  const named = [...code.matchAll(/const (\w+) = (["'`])(.*?)\2;/g)]
    .filter(([, name]) => new RegExp(`[=!]== ?${name}\\b|With\\(${name}\\)`).test(code))
    .map(([, , , text = ""]) => text);
  const listed = [...code.matchAll(/\[([^[\]]*)\]\s*\.(?:includes|indexOf|some|find)\(/g)]
    .flatMap(([, list = ""]) => [...list.matchAll(/(["'`])(.*?)\1/g)])
    .map(([, , text = ""]) => text);
  const direct = [...code.matchAll(comparison)].map(
    ([, , text, key, pattern]) => text ?? key ?? pattern ?? "",
  );
  return [...named, ...listed, ...direct].filter((text) => text.includes(" "));
}

/** Before a text: an operator, a method that looks for it, or `case`; after it: a colon; or a pattern at work. */
const comparison =
  /(?:[=!]==?|\b(?:startsWith|endsWith|includes|indexOf|has)\(|\bcase)\s*(["'`])(.*?)\1|[{,]\s*"([^"\n]*)"\s*:|(\/[^/\n]*\/\w*)\.(?:test|exec)\(/g;

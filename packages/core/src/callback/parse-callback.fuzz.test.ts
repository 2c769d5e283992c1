import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import type { AuthorizationResponse } from "./authorization-response.js";
import { parseCallback } from "./parse-callback.js";

const known = [
  ..."state code error error_description error_uri iss session_state".split(" "),
  ..."access_token id_token token_type expires_in scope refresh_token".split(" "),
];

/** The parameters of good answers: most runs begin with one, because blind text never gets past the first check. */
const code = { code: "abc", state: "the-state" };
const tokens = {
  access_token: "at",
  id_token: "a.b.c",
  token_type: "Bearer",
  expires_in: "7200",
  scope: "openid email",
  state: "the-state",
};
const refusal = { error: "access_denied", error_description: "No.", state: "the-state" };

type Pair = readonly [name: string, value: string];

const suffix = fc.constantFrom("[]", "[a]", "[__proto__][polluted]", ".a", "%00", "[\n", " ");
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...known) },
  { weight: 3, arbitrary: fc.constantFrom("tab", "__proto__", "constructor", "toString", "") },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...known), suffix).map(([one, by]) => one + by),
  },
  { weight: 1, arbitrary: fc.constant("__proto__[polluted]") },
);
const value = fc.oneof(
  fc.constantFrom(
    "",
    "the-state",
    "abc",
    "a.b.c",
    "Bearer",
    "bearer",
    "60",
    "0",
    "1e3",
    "<b>x</b>",
  ),
  fc.constantFrom(
    "%",
    "%E0%A4%A",
    "a%00b",
    "a\nb",
    "a b",
    "\ud800",
    "[]",
    "{}",
    "x".repeat(17_000),
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const pair: fc.Arbitrary<Pair> = fc.tuple(name, value);

/** The pairs of a response that is good, or would be but for a few changes. */
const pairs = fc
  .tuple(
    fc.constantFrom<readonly Pair[]>(
      Object.entries(code),
      Object.entries(tokens),
      Object.entries(refusal),
      [],
    ),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(pair, { maxLength: 5 })),
    fc.option(fc.nat({ max: 5 })),
  )
  .chain(([good, more, left]) =>
    fc.shuffledSubarray([...good.filter((_, index) => index !== left), ...more], {
      minLength: good.length + more.length - (left !== null && left < good.length ? 1 : 0),
    }),
  );

/** Pairs as text: written as browsers do, or with the characters as they are. */
const text = fc
  .tuple(pairs, fc.boolean())
  .map(([list, isRaw]) =>
    isRaw
      ? list.map((one) => one.join("=")).join("&")
      : new URLSearchParams(list.map(([one, other]) => [one, other])).toString(),
  );

const address = fc.oneof(
  { weight: 4, arbitrary: text.map((query) => `https://app.example/callback?${query}`) },
  { weight: 4, arbitrary: text.map((fragment) => `https://app.example/callback#${fragment}`) },
  {
    weight: 2,
    arbitrary: fc.tuple(text, text).map(([query, fragment]) => `/callback?${query}#${fragment}`),
  },
  { weight: 1, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

/** What a response is made of, in the order of its members, however deep they lie. */
function leaves(given: unknown): unknown[] {
  return typeof given === "object" && given !== null
    ? Object.values(given).flatMap(leaves)
    : [given];
}

/** Every value that a part of the address has for a parameter, read by the platform alone. */
function valuesIn(url: string, part: "query" | "fragment", parameter: string): string[] {
  const at = url.indexOf("#");
  const fragment = at < 0 ? "" : url.slice(at + 1);
  const before = at < 0 ? url : url.slice(0, at);
  const query = before.includes("?") ? before.slice(before.indexOf("?") + 1) : "";
  return new URLSearchParams(part === "query" ? query : fragment).getAll(parameter);
}

test(
  "whatever the address holds, the answer is one of five and made of plain text",
  property,
  () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(address, (url) => {
        const response = parseCallback(url);
        seen.set(response.kind, (seen.get(response.kind) ?? 0) + 1);
        const odd = leaves(response).filter((leaf) => typeof leaf !== "string");
        const numbers = response.kind === "tokens" ? [response.tokens.expiresIn] : [];
        expect(odd).toEqual(numbers);
        const members = Object.keys(response);
        expect(members.includes("error") && members.some((one) => /code|tokens/.test(one))).toBe(
          false,
        );
        expect(response).not.toMatchObject({ state: "" });
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      }),
      fuzz,
    );
    // All kinds, and each often enough to mean something.
    expect([...seen.keys()].toSorted()).toEqual(["code", "error", "malformed", "none", "tokens"]);
    expect(Math.min(...seen.values())).toBeGreaterThan(fuzz.numRuns / 50);
  },
);

/** A lifetime is a number, which may have been written with zeros in front. */
const asRead = (parameter: string) => (value: string) =>
  parameter === "expires_in" ? String(Number(value)) : value;

/** What must not stand beside a response of each kind. */
const others = {
  code: ["error", "access_token", "id_token", "refresh_token"],
  tokens: ["error", "code", "refresh_token"],
  error: ["code", "access_token", "id_token"],
};

test(
  "what it takes stood in the address once, word for word, tokens in the fragment",
  property,
  () => {
    const wordsOf = (response: AuthorizationResponse): readonly Pair[] => {
      if (response.kind === "code") return [["code", response.code]];
      if (response.kind === "error") return [["error", response.error]];
      if (response.kind !== "tokens") return [];
      const { accessToken, idToken, expiresIn } = response.tokens;
      return [
        ["access_token", accessToken],
        ["id_token", idToken],
        ["expires_in", String(expiresIn)],
      ];
    };
    fc.assert(
      fc.property(address, (url) => {
        const response = parseCallback(url);
        if (response.kind === "none" || response.kind === "malformed") return;
        const places = (["query", "fragment"] as const).filter(
          (part) => response.kind !== "tokens" || part === "fragment",
        );
        const words: readonly Pair[] = [["state", response.state], ...wordsOf(response)];
        const isThere = (part: "query" | "fragment") =>
          words.every(([parameter, word]) =>
            isDeepStrictEqual(valuesIn(url, part, parameter).map(asRead(parameter)), [word]),
          ) && others[response.kind].every((other) => valuesIn(url, part, other).length === 0);
        expect(places.some(isThere)).toBe(true);
      }),
      fuzz,
    );
  },
);

test("a good answer stays one beside whatever the app has in its address", property, () => {
  const own = fc.array(
    fc.tuple(
      fc
        .string({ unit: "binary", maxLength: 8 })
        .filter((one) => !known.includes(one.split("[")[0] ?? "")),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(own, own, (before, after) => {
      const written = (good: Readonly<Record<string, string>>) =>
        new URLSearchParams([...before, ...Object.entries(good), ...after].map(([a, b]) => [a, b]));
      expect(parseCallback(`?${written(code)}`)).toEqual({
        kind: "code",
        channel: "query",
        ...code,
      });
      expect(parseCallback(`#${written(refusal)}`)).toMatchObject({ error: "access_denied" });
      expect(parseCallback(`#${written(tokens)}`).kind).toBe("tokens");
    }),
    fuzz,
  );
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { makeKey, publicJwk, signedToken } from "../../test/signed-tokens.js";
import { isAuthError } from "../errors/auth-error.js";
import type { Expectations } from "./claims.js";
import { createKeySet, type KeySet } from "./jwks.js";
import { verifyIdToken } from "./verify-id-token.js";

/** Seconds since 1970. */
const now = 1_800_000_000;
const expected: Expectations = {
  issuer: "https://tenant.example/",
  clientId: "spa",
  nonce: "the-nonce",
  accessToken: undefined,
  requireHash: false,
  leeway: 60,
  now: now * 1000,
};
const key = makeKey();
const stranger = makeKey();
const good = publicJwk(key, "main");
const token = signedToken(
  key,
  JSON.stringify({ alg: "RS256", typ: "JWT", kid: "main" }),
  JSON.stringify({
    iss: "https://tenant.example/",
    sub: "auth0|ada",
    aud: "spa",
    nonce: "the-nonce",
    iat: now - 5,
    exp: now + 3600,
  }),
);

let served: unknown;
const server = createServer((_, response) => response.end(JSON.stringify(served)));
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What becomes of a token: believed, or the code of its refusal. */
async function verdict(text: string, keys: KeySet): Promise<string> {
  try {
    await verifyIdToken(text, expected, keys);
    return "believed";
  } catch (error) {
    if (!isAuthError(error)) throw error;
    return error.code;
  }
}

/** The tenant's keys as they are served now. */
function tenantKeys(set: unknown): KeySet {
  served = set;
  return createKeySet(url, 5000);
}

const place = fc.nat({ max: token.length - 1 });
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=".split("");
const letter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...alphabet) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);

/** The good token with one thing about its text changed. */
const changedToken = fc.oneof(
  fc.tuple(place, letter).map(([at, by]) => token.slice(0, at) + by + token.slice(at + 1)),
  fc.tuple(place, letter).map(([at, by]) => token.slice(0, at) + by + token.slice(at)),
  place.map((at) => token.slice(0, at) + token.slice(at + 1)),
  place.map((at) => token.slice(0, at)),
  fc.tuple(place, place).map(([one, other]) => {
    const letters = token.split("");
    [letters[one], letters[other]] = [letters[other] ?? "", letters[one] ?? ""];
    return letters.join("");
  }),
  fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })).map(([from, to]) => {
    const parts = token.split(".");
    parts[to] = parts[from] ?? "";
    return parts.join(".");
  }),
  letter.map((by) => token + by),
  // The last letter of a part has bits that say nothing, so that it could be written in more than one way.
  fc.tuple(fc.nat({ max: 2 }), letter).map(([part, by]) => {
    const parts = token.split(".");
    parts[part] = (parts[part] ?? "").slice(0, -1) + by;
    return parts.join(".");
  }),
);

/** One bit of a base64url number of the key. */
function flipped(name: "n" | "e"): fc.Arbitrary<unknown> {
  const bytes = Buffer.from(String(good[name]), "base64url");
  return fc.nat({ max: bytes.length * 8 - 1 }).map((bit) => {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return { ...good, [name]: changed.toString("base64url") };
  });
}

const notThe = (right: string) =>
  fc.oneof(fc.string(), fc.integer(), fc.constantFrom(`${right} `, right.toLowerCase(), "", true));

/** The tenant's key with one of its members changed. */
const changedKey: fc.Arbitrary<unknown> = fc.oneof(
  flipped("n"),
  flipped("e"),
  fc.constantFrom("n", "e", "kty", "kid").map((name) => ({ ...good, [name]: undefined })),
  fc.constantFrom("kid", "kty", "use", "alg").chain((name) =>
    notThe(String(good[name]))
      .filter((value) => value !== good[name])
      .map((value) => ({ ...good, [name]: value })),
  ),
  fc.constantFrom(publicJwk(stranger, "main"), publicJwk(stranger, "other")),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Key sets in which the good key is not. */
const changedSet = fc.oneof(
  { weight: 6, arbitrary: changedKey.map((jwk) => ({ keys: [jwk] })) },
  {
    weight: 3,
    arbitrary: fc.tuple(changedKey, changedKey).map((jwks) => ({ keys: jwks })),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

test("a token with any one thing changed is refused", property, async () => {
  const keys = tenantKeys({ keys: [good] });
  expect(await verdict(token, keys)).toBe("believed");
  await fc.assert(
    fc.asyncProperty(
      changedToken.filter((text) => text !== token),
      async (text) => {
        expect(await verdict(text, keys)).toBe("invalid_token");
      },
    ),
    fuzz,
  );
});

test("a good token is refused by a key set with any one thing changed", property, async () => {
  await fc.assert(
    fc.asyncProperty(changedSet, async (set) => {
      expect(["invalid_token", "invalid_response"]).toContain(
        await verdict(token, tenantKeys(set)),
      );
    }),
    fuzz,
  );
});

test("keys that are of no use do not spoil the good one beside them", property, async () => {
  const others = fc.array(changedKey, { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(others, others, async (before, after) => {
      const named = [...before, ...after].filter((jwk) => !isUsableAsMain(jwk));
      expect(await verdict(token, tenantKeys({ keys: [...named, good] }))).toBe("believed");
    }),
    fuzz,
  );
});

/** A set with two keys of one name does not say which of them is meant. */
function isUsableAsMain(jwk: unknown): boolean {
  return typeof jwk === "object" && jwk !== null && Reflect.get(jwk, "kid") === "main";
}

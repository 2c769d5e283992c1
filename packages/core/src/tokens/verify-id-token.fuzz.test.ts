import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { keySetOf, makeKey, signedToken } from "../../test/signed-tokens.js";
import { isAuthError } from "../errors/auth-error.js";
import type { Expectations } from "./claims.js";
import { verifyIdToken } from "./verify-id-token.js";

const issuer = "https://tenant.example/";
const clientId = "spa";
const nonce = "the-nonce";
const subject = "auth0|ada";
const accessToken = "an-access-token";
/** Seconds since 1970. */
const now = 1_800_000_000;
const day = 86_400;

type Claims = Readonly<Record<string, unknown>>;

/** The left half of a text's SHA-256, by Node's own cryptography. */
function halfHash(text: string): string {
  return createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");
}

/**
 * Whether a token may be believed, told a second time from the rules alone: OpenID Connect Core 3.1.3.7 and what
 * Portico asks besides (one audience, dates of a sane range, no older than a day).
 */
function isBelievable(claims: Claims, expected: Expectations): boolean {
  const { iss, sub, aud, azp, exp, iat, nbf, auth_time: authTime, at_hash: hash } = claims;
  const { leeway, maxAge, organization } = expected;
  const clock = expected.now / 1000;
  const several = Array.isArray(aud);
  const rules: readonly boolean[] = [
    iss === expected.issuer,
    several ? aud.length > 0 && aud.every((one) => one === expected.clientId) : aud === clientId,
    "azp" in claims ? azp === expected.clientId : !(several && aud.length > 1),
    typeof sub === "string" && sub !== "" && sub.length <= 255,
    expected.nonce === undefined || claims["nonce"] === expected.nonce,
    expected.subject === undefined || sub === expected.subject,
    organization === undefined || claims["org_id"] === organization,
    isTime(exp) && clock < exp + leeway,
    isTime(iat) && iat <= clock + leeway && iat >= clock - day - leeway,
    !("nbf" in claims) || (isTime(nbf) && nbf <= clock + leeway),
    !("auth_time" in claims) || (isTime(authTime) && authTime <= clock + leeway),
    maxAge === undefined || (isTime(authTime) && clock - authTime <= maxAge + leeway),
    isBound(hash, "at_hash" in claims, expected),
  ];
  return rules.every(Boolean);
}

/** A whole number of seconds, from 1970 to somewhere in the sixth millennium. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && value % 1 === 0 && value >= 0 && value < 100_000_000_000;
}

function isBound(hash: unknown, isThere: boolean, expected: Expectations): boolean {
  if (expected.accessToken === undefined) return !expected.requireHash;
  return isThere ? hash === halfHash(expected.accessToken) : !expected.requireHash;
}

/** The right value most of the time; else one that is nearly right, or anything. */
function claim(right: unknown, ...near: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 16, arbitrary: fc.constant(right) },
    { weight: 3, arbitrary: fc.constantFrom(...near, undefined, null) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
}

/** Where a rule about times may turn: at a leeway, a greatest age, and a second beside it. */
const edges = [0, 30, 60, 90, 300, 600, 660].flatMap((at) => [at - 1, at, at + 1]);

/** Seconds around `middle`, and numbers that are no dates. */
function time(middle: number): fc.Arbitrary<unknown> {
  const around = fc.oneof(
    fc.constantFrom(...edges, ...edges.map((seconds) => -seconds)),
    fc.integer({ min: -700, max: 700 }),
  );
  return fc.oneof(
    { weight: 8, arbitrary: around.map((seconds) => middle + seconds) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(middle + 0.5, -1, 0, 1e11, 1e11 - 1, `${middle}`, 1e300),
    },
  );
}

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const claims = fc.record({
  iss: claim(issuer, "https://tenant.example", "https://other.example/", [issuer]),
  aud: claim(clientId, [clientId], [clientId, clientId], [clientId, "api"], [], [[clientId]]),
  azp: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, claim(clientId, "other")),
  sub: claim(subject, "auth0|eve", "", "x".repeat(255), "x".repeat(256)),
  nonce: claim(nonce, "another", ""),
  exp: fc.oneof({ weight: 6, arbitrary: fc.constant(now + 3600) }, time(now)),
  iat: fc.oneof({ weight: 6, arbitrary: fc.constant(now - 5) }, time(now), time(now - day)),
  nbf: optional(time(now)),
  auth_time: optional(time(now)),
  at_hash: fc.oneof(
    fc.constant(undefined),
    claim(halfHash(accessToken), halfHash("another"), "", halfHash(accessToken).slice(1)),
  ),
  org_id: fc.oneof(fc.constant(undefined), claim("org_abc", "org_abcd")),
});

/** What the call expects; as wild as calls are, which is less than tokens. */
const expectations: fc.Arbitrary<Expectations> = fc.record({
  issuer: fc.constant(issuer),
  clientId: fc.constant(clientId),
  nonce: fc.constantFrom(nonce, undefined),
  maxAge: fc.constantFrom(undefined, undefined, 0, 30, 600),
  subject: fc.constantFrom(undefined, undefined, subject),
  organization: fc.constantFrom(undefined, undefined, undefined, "org_abc"),
  accessToken: fc.constantFrom(accessToken, accessToken, undefined),
  requireHash: fc.boolean(),
  leeway: fc.constantFrom(0, 0, 30, 60, 300),
  now: fc.constantFrom(0, 0, 1, 999).map((milliseconds) => now * 1000 + milliseconds),
});

const key = makeKey();
const keys = await keySetOf(key, "main");
const header = JSON.stringify({ alg: "RS256", kid: "main" });

/** Whether the token is believed. A refusal is one of the two codes that there are for it. */
async function isAccepted(token: string, expected: Expectations): Promise<boolean> {
  try {
    await verifyIdToken(token, expected, keys);
    return true;
  } catch (error) {
    const isTyped = isAuthError(error, "invalid_token") || isAuthError(error, "user_changed");
    if (!isTyped) throw error;
    return false;
  }
}

test("a signed token is believed where every rule is kept, and only there", property, async () => {
  const seen = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(claims, expectations, async (payload, expected) => {
      const text = JSON.stringify(payload);
      const believable = isBelievable(JSON.parse(text) as Claims, expected);
      seen[believable ? "accepted" : "refused"] += 1;
      expect(await isAccepted(signedToken(key, header, text), expected)).toBe(believable);
    }),
    fuzz,
  );
  // Tokens that are all good, or all bad, would prove nothing.
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(fuzz.numRuns / 20);
});

/** A token in which nothing is doubtful but one of its times, which is where a rule turns or a second beside it. */
const onTheEdge = expectations.chain((expected) => {
  const { leeway, maxAge = 0 } = expected;
  return fc
    .record({
      name: fc.constantFrom("exp", "iat", "nbf", "auth_time"),
      edge: fc.constantFrom(leeway, -leeway, -day - leeway, -maxAge - leeway),
      beside: fc.constantFrom(-1, 0, 1),
    })
    .map(({ name, edge, beside }) => ({
      expected,
      payload: {
        iss: issuer,
        aud: clientId,
        sub: subject,
        nonce,
        exp: now + 3600,
        iat: now,
        auth_time: now,
        org_id: "org_abc",
        at_hash: halfHash(accessToken),
        [name]: now + edge + beside,
      },
    }));
});

test("a time is good to the second", property, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(onTheEdge, async ({ expected, payload }) => {
      const believable = isBelievable(payload, expected);
      const token = signedToken(key, header, JSON.stringify(payload));
      expect(await isAccepted(token, expected)).toBe(believable);
      seen.add(String(believable));
    }),
    fuzz,
  );
  expect(seen.size).toBe(2);
});

test("a signature over any JSON, or none, ends in a typed answer", property, async () => {
  const anything = fc.oneof(
    fc.json({ maxDepth: 2 }),
    fc.string({ unit: "binary", maxLength: 40 }),
    claims.map((payload) => JSON.stringify(payload).replaceAll('"', "'")),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constant(header), anything),
      anything,
      expectations,
      async (first, second, expected) => {
        expect(await isAccepted(signedToken(key, first, second), expected)).toBe(false);
      },
    ),
    fuzz,
  );
});

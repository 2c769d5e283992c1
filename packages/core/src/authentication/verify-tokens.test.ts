import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { keySetOf, makeKey, signedToken } from "../../test/signed-tokens.js";
import { base64url, sha256 } from "../crypto/random.js";
import { verifyTokens, type Verification } from "./verify-tokens.js";

const now = Date.UTC(2030, 0, 1);
const issuer = "https://tenant.example/";
const key = makeKey();
const tokens = { accessToken: "at", refreshToken: "rt", expiresIn: 60, scope: "openid" };
let verification: Verification;
let atHash: string;

beforeAll(async () => {
  const tenant = { origin: "https://tenant.example", clientId: "app", requestDeadline: 15_000 };
  const keys = await keySetOf(key, "k");
  verification = { tenant, keys, issuer, leeway: 60, deadline: 2000 };
  atHash = base64url((await sha256("at")).slice(0, 16));
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now });
});
afterEach(() => vi.useRealTimers());

const claims = () => ({
  iss: issuer,
  sub: "auth0|ada",
  aud: "app",
  iat: now / 1000,
  exp: now / 1000 + 60,
  nonce: "n",
  at_hash: atHash,
});
const token = (changes: object = {}) =>
  signedToken(
    key,
    JSON.stringify({ alg: "RS256", kid: "k" }),
    JSON.stringify({ ...claims(), ...changes }),
  );
const asked = { nonce: "n", requireHash: true };

test("gives the tokens as they are, and the claims", async () => {
  const given = { ...tokens, idToken: token() };
  expect(await verifyTokens(verification, given, asked, {})).toEqual({
    ...given,
    claims: claims(),
  });
});

test("misses an ID token", async () => {
  await expect(verifyTokens(verification, tokens, asked, {})).rejects.toMatchObject({
    code: "invalid_token",
    details: { reason: "missing" },
  });
});

test.each([
  ["nonce", { nonce: "other" }],
  ["issuer", { iss: "https://other.example/" }],
  ["audience", { aud: "other" }],
  ["access_token_hash", { at_hash: "other" }],
  ["access_token_hash", { at_hash: undefined }],
  ["expired", { exp: now / 1000 - 60 }],
])("refuses the %s of %j", async (reason, changes) => {
  const call = verifyTokens(verification, { ...tokens, idToken: token(changes) }, asked, {});
  await expect(call).rejects.toMatchObject({ code: "invalid_token", details: { reason } });
});

test("bears the leeway, and reads the clock when it is asked", async () => {
  const given = { ...tokens, idToken: token() };
  vi.setSystemTime(now + 119_999);
  expect(await verifyTokens(verification, given, asked, {})).toHaveProperty("claims");
  vi.setSystemTime(now + 120_000);
  await expect(verifyTokens(verification, given, asked, {})).rejects.toMatchObject({
    details: { reason: "expired" },
  });
});

test("waits for the keys as long as it is told, and no longer than the caller", async () => {
  const keys = { ...verification.keys, find: () => new Promise<undefined>(() => {}) };
  const waiting = { ...verification, keys };
  const given = { ...tokens, idToken: token() };
  const late = verifyTokens(waiting, given, asked, {}).catch((error: unknown) => error);
  const caller = new AbortController();
  const { signal } = caller;
  const left = verifyTokens(waiting, given, asked, { signal }).catch((error: unknown) => error);
  caller.abort();
  expect(await left).toMatchObject({ code: "aborted" });
  await vi.advanceTimersByTimeAsync(2000);
  expect(await late).toMatchObject({ code: "timeout", details: { deadline: 2000 } });
});

import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { keySetOf, makeKey, signedToken } from "../../test/signed-tokens.js";
import type { Verification } from "../authentication/verify-tokens.js";
import { base64url, sha256 } from "../crypto/random.js";
import type { Transaction } from "../transaction/transaction.js";
import type { AuthorizationResponse, Channel } from "./authorization-response.js";
import { redeemResponse } from "./redeem-response.js";

const key = makeKey();
const accessToken = "an-access-token";
const preload = vi.fn<() => void>();
let verification: Verification;
/** The half of the access token's digest that tokens from the front channel come with. */
let atHash: string;

beforeAll(async () => {
  const tenant = { origin: "https://tenant.example", clientId: "spa", requestDeadline: 5000 };
  const keys = { ...(await keySetOf(key, "main")), preload };
  verification = { tenant, keys, issuer: "https://tenant.example/", leeway: 0, deadline: 5000 };
  atHash = base64url((await sha256(accessToken)).slice(0, 16));
});
afterEach(() => {
  vi.unstubAllGlobals();
  preload.mockReset();
});

/** Seconds since 1970, less than a second ago. */
const now = () => Math.floor(Date.now() / 1000);

function idTokenOf(claims: Readonly<Record<string, unknown>>): string {
  const usual = { iss: "https://tenant.example/", sub: "ada", aud: "spa", nonce: "n" };
  const payload = { ...usual, iat: now(), exp: now() + 600, ...claims };
  return signedToken(key, JSON.stringify({ alg: "RS256", kid: "main" }), JSON.stringify(payload));
}

const transaction = (over: Partial<Transaction> = {}): Transaction => ({
  state: "s",
  nonce: "n",
  codeVerifier: "v",
  redirectUri: "https://app.example/",
  responseType: "code",
  scope: "openid",
  createdAt: 0,
  ...over,
});

/** Has the tenant answer at its token endpoint. Gives what was sent there: address and fields. */
function tenantAnswers(idToken: string): unknown[] {
  const sent: unknown[] = [];
  const answer = { access_token: accessToken, id_token: idToken, token_type: "Bearer" };
  vi.stubGlobal("fetch", async (url: string, { body }: { body: URLSearchParams }) => {
    sent.push(url, Object.fromEntries(body));
    return Response.json({ ...answer, expires_in: 60 });
  });
  return sent;
}

test.each<[string, Channel, Transaction["responseMode"], string?]>([
  ["one in the query", "query", undefined],
  ["one in the query, as was asked for", "query", "query"],
  ["one in the fragment, where that was asked for", "fragment", "fragment"],
  ["one in a message", "message", undefined],
  ["one that names its issuer", "query", undefined, "https://tenant.example/"],
])("a code is exchanged for tokens: %s", async (_, channel, responseMode, issuer) => {
  const idToken = idTokenOf({});
  const sent = tenantAnswers(idToken);
  const response: AuthorizationResponse = {
    kind: "code",
    state: "s",
    code: "c",
    channel,
    ...(issuer !== undefined && { issuer }),
  };
  const result = redeemResponse(verification, response, transaction({ responseMode }), {});
  // The keys are on their way before the tokens are.
  expect(preload).toHaveBeenCalledOnce();
  expect(await result).toMatchObject({
    accessToken,
    idToken,
    expiresIn: 60,
    claims: { sub: "ada" },
  });
  const grant = {
    grant_type: "authorization_code",
    client_id: "spa",
    code: "c",
    code_verifier: "v",
    redirect_uri: "https://app.example/",
  };
  expect(sent).toEqual(["https://tenant.example/oauth/token", grant]);
});

/** Redeems a code, for which the tenant hands out this ID token. */
function exchange(idToken: string, over: Partial<Transaction> = {}) {
  tenantAnswers(idToken);
  const response = { kind: "code", state: "s", code: "c", channel: "query" } as const;
  return redeemResponse(verification, response, transaction(over), {});
}

/** Redeems a response that holds this ID token itself. */
function takeFromFragment(idToken: string, over: Partial<Transaction> = {}) {
  const response = {
    kind: "tokens",
    state: "s",
    tokens: { accessToken, idToken, expiresIn: 60 },
  } as const;
  const asked = transaction({ responseType: "token id_token", ...over });
  return redeemResponse(verification, response, asked, {});
}

describe.each([
  ["for a code", exchange],
  ["in the fragment", takeFromFragment],
] as const)("tokens %s are held against what was asked for", (_, redeem) => {
  test("and taken where all of it is so", async () => {
    const claims = { at_hash: atHash, auth_time: now() - 5, org_id: "org_1" };
    const asked = { maxAge: 60, organization: "org_1", subject: "ada" };
    expect(await redeem(idTokenOf(claims), asked)).toMatchObject({ accessToken, claims });
  });

  test.each<[string, object, object, Partial<Transaction>?]>([
    ["nonce", { details: { reason: "nonce" } }, { nonce: "another" }],
    [
      "age",
      { details: { reason: "authentication_time" } },
      { auth_time: now() - 3600 },
      { maxAge: 60 },
    ],
    [
      "organization",
      { details: { reason: "organization" } },
      { org_id: "org_2" },
      { organization: "org_1" },
    ],
    ["user", { code: "user_changed" }, { sub: "bob" }, { subject: "ada" }],
    ["access token", { details: { reason: "access_token_hash" } }, { at_hash: "another" }],
  ])("of another %s are refused", async (_name, error, claims, over) => {
    const idToken = idTokenOf({ at_hash: atHash, ...claims });
    await expect(redeem(idToken, over)).rejects.toMatchObject(error);
  });
});

test("only tokens from the front channel have to be bound to each other", async () => {
  const idToken = idTokenOf({});
  expect(await exchange(idToken)).toMatchObject({ idToken });
  await expect(takeFromFragment(idToken)).rejects.toMatchObject({
    details: { reason: "access_token_hash" },
  });
});

test("an exchange ends when the caller aborts", async () => {
  const controller = new AbortController();
  vi.stubGlobal("fetch", () => new Promise(() => {}));
  const response = { kind: "code", state: "s", code: "c", channel: "query" } as const;
  const options = { signal: controller.signal };
  const result = redeemResponse(verification, response, transaction(), options);
  controller.abort();
  await expect(result).rejects.toMatchObject({ code: "aborted" });
});

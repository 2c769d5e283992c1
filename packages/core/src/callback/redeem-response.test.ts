import { describe, expect, test, vi } from "vitest";
import type { KeySet } from "../tokens/jwks.js";
import type { Transaction } from "../transaction/transaction.js";
import type { AuthorizationResponse } from "./authorization-response.js";
import { verifyTokens, type Verification } from "../authentication/verify-tokens.js";
import { redeemResponse } from "./redeem-response.js";

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const idToken = `${part({ alg: "RS256", kid: "k" })}.${part({ sub: "ada" })}.AAAA`;
const tokens = { accessToken: "at", idToken, expiresIn: 60 };
const expected = { requireHash: false };

function verification(keys: Partial<KeySet>, deadline = 5000): Verification {
  const tenant = { origin: "https://tenant.invalid", clientId: "spa", requestDeadline: 1 };
  const set: KeySet = {
    algorithm: "RS256",
    find: async () => undefined,
    preload: () => {},
    ...keys,
  };
  return { tenant, keys: set, issuer: "i", leeway: 0, deadline };
}

const transaction = (
  responseType: Transaction["responseType"],
  responseMode?: Transaction["responseMode"],
): Transaction => ({
  state: "s",
  nonce: "n",
  codeVerifier: "v",
  redirectUri: "https://app.example/",
  responseType,
  responseMode,
  scope: "openid",
  createdAt: 0,
});

describe("while the keys keep it waiting, a verification", () => {
  const hanging = () => new Promise<never>(() => {});

  test("ends when the caller aborts", async () => {
    const controller = new AbortController();
    const find = vi.fn(hanging);
    const options = { signal: controller.signal };
    const result = verifyTokens(verification({ find }), tokens, expected, options);
    await vi.waitFor(() => expect(find).toHaveBeenCalledOnce());
    controller.abort();
    await expect(result).rejects.toMatchObject({ code: "aborted" });
  });

  test("ends at its deadline", async () => {
    const result = verifyTokens(verification({ find: hanging }, 20), tokens, expected, {});
    await expect(result).rejects.toMatchObject({ code: "timeout", details: { deadline: 20 } });
  });
});

test("an answer without an ID token is refused, and no key asked for", async () => {
  const find = vi.fn(async () => undefined);
  const bare = { accessToken: "at", expiresIn: 60 };
  const result = verifyTokens(verification({ find }), bare, expected, {});
  await expect(result).rejects.toMatchObject({
    code: "invalid_token",
    details: { reason: "missing" },
  });
  expect(find).not.toHaveBeenCalled();
});

type Asked = Parameters<typeof transaction>;

test.each<[string, AuthorizationResponse, ...Asked]>([
  [
    "a code where tokens were asked",
    { kind: "code", state: "s", code: "c", channel: "query" },
    "token id_token",
  ],
  [
    "a code in the fragment where none was asked",
    { kind: "code", state: "s", code: "c", channel: "fragment" },
    "code",
  ],
  [
    "a code in the query where it was asked for in the fragment",
    { kind: "code", state: "s", code: "c", channel: "query" },
    "code",
    "fragment",
  ],
  ["tokens where a code was asked", { kind: "tokens", state: "s", tokens }, "code"],
  [
    "a code of another issuer",
    { kind: "code", state: "s", code: "c", channel: "query", issuer: "x" },
    "code",
  ],
  ["an error of another issuer", { kind: "error", state: "s", error: "e", issuer: "x" }, "code"],
  ["a malformed one", { kind: "malformed", state: "s" }, "code"],
  ["none", { kind: "none" }, "code"],
])(
  "a response of another kind or origin is refused, and nothing sent: %s",
  async (_, response, ...asked) => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const result = redeemResponse(verification({}), response, transaction(...asked), {});
    await expect(result).rejects.toMatchObject({ code: "invalid_callback" });
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  },
);

test("tokens from the front channel are the verifier's to judge", async () => {
  const response: AuthorizationResponse = { kind: "tokens", state: "s", tokens };
  const result = redeemResponse(verification({}), response, transaction("token id_token"), {});
  await expect(result).rejects.toMatchObject({ code: "invalid_token", details: { reason: "key" } });
});

test("the tenant's refusal becomes ours", async () => {
  const response: AuthorizationResponse = { kind: "error", state: "s", error: "login_required" };
  const result = redeemResponse(verification({}), response, transaction("code"), {});
  await expect(result).rejects.toMatchObject({ code: "login_required" });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  grace,
  joan,
  mfaApi,
  otherClientId,
  secondFactorSeed,
  sentCode,
  type ListedAuthenticator,
} from "../../test/second-factor.js";
import { clientId, jsonOf, startTestTenant, visit } from "../../test/visitor.js";

interface Challenge {
  challenge_type: string;
  oob_code: string;
  binding_method?: string;
}

let tenant: RunningTenant;
let mfa: ReturnType<typeof mfaApi>;

beforeAll(async () => {
  tenant = await startTestTenant({ seed: secondFactorSeed() });
  mfa = mfaApi(visit(tenant));
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

async function idOf(token: string, type: string): Promise<string> {
  const listed = await jsonOf<ListedAuthenticator[]>(await mfa.authenticators(token));
  return listed.find((item) => item.type === type)?.id ?? "";
}

describe("POST /mfa/challenge", () => {
  it("asks for the code of an app, and sends nothing", async () => {
    const token = await mfa.begin(grace.username);
    const body = { challenge_type: "otp", authenticator_id: await idOf(token, "otp") };
    const challenged = await mfa.challenge(token, body);
    expect(challenged.status).toBe(200);
    expect(await jsonOf(challenged)).toEqual({ challenge_type: "otp" });
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("sends a code, and asks to prompt for it", async () => {
    const token = await mfa.begin(joan.username);
    const body = { challenge_type: "oob", authenticator_id: await idOf(token, "phone") };
    const challenge = await jsonOf<Challenge>(await mfa.challenge(token, body));
    expect(challenge).toEqual({
      challenge_type: "oob",
      oob_code: expect.any(String),
      binding_method: "prompt",
    });
    expect(tenant.inbox.list()).toEqual([
      expect.objectContaining({ kind: "sms", to: joan.phoneNumber, clientId }),
    ]);
    const binding_code = sentCode(tenant, joan.phoneNumber);
    const proof = { mfa_token: token, oob_code: challenge.oob_code, binding_code };
    expect((await mfa.grant("oob", proof)).status).toBe(200);
  });

  it("tells the language that the application asked for", async () => {
    const token = await mfa.begin(joan.username);
    await visit(tenant).postJson(
      "/mfa/challenge",
      { mfa_token: token, client_id: clientId },
      { "x-request-language": "de-AT" },
    );
    expect(tenant.inbox.list()[0]?.locale).toBe("de-AT");
  });

  it.each([
    { challenge_type: undefined, expected: "oob" },
    { challenge_type: "oob", expected: "oob" },
    { challenge_type: "otp oob", expected: "oob" },
  ])("chooses a factor for the types $challenge_type", async ({ challenge_type, expected }) => {
    const token = await mfa.begin(joan.username);
    const challenge = await jsonOf<Challenge>(await mfa.challenge(token, { challenge_type }));
    expect(challenge.challenge_type).toBe(expected);
  });

  it("refuses types that the user has no factor of", async () => {
    const refused = await mfa.challenge(await mfa.begin(joan.username), { challenge_type: "otp" });
    expect(refused.status).toBe(401);
    expect(await jsonOf(refused)).toMatchObject({ error: "unsupported_challenge_type" });
  });

  it("refuses a user without a confirmed factor", async () => {
    const token = await mfa.begin("nora@example.com");
    await mfa.associate(token, { authenticator_types: ["otp"] });
    const refused = await mfa.challenge(token);
    expect(refused.status).toBe(403);
    expect(await jsonOf(refused)).toMatchObject({ error: "association_required" });
  });

  it("does not challenge another user's authenticator", async () => {
    const id = await idOf(await mfa.begin(joan.username), "phone");
    const token = await mfa.begin(grace.username);
    const refused = await mfa.challenge(token, { authenticator_id: id });
    expect(refused.status).toBe(400);
    expect(await jsonOf(refused)).toMatchObject({ error: "invalid_request" });
    expect(tenant.inbox.list()).toEqual([]);
  });

  it("does not send a recovery code", async () => {
    const token = await mfa.begin(grace.username);
    const body = { authenticator_id: await idOf(token, "recovery-code") };
    expect((await mfa.challenge(token, body)).status).toBe(400);
  });

  it("replaces the code that was sent before", async () => {
    const token = await mfa.begin(joan.username);
    const first = await jsonOf<Challenge>(await mfa.challenge(token));
    const binding_code = sentCode(tenant, joan.phoneNumber);
    await mfa.challenge(token);
    const old = { mfa_token: token, oob_code: first.oob_code, binding_code };
    const refused = await mfa.grant("oob", old);
    expect(refused.status).toBe(401);
    expect(await jsonOf(refused)).toMatchObject({ error: "expired_token" });
  });

  it("refuses an mfa_token of another client", async () => {
    const token = await mfa.begin(joan.username);
    const refused = await mfa.challenge(token, { client_id: otherClientId });
    expect(refused.status).toBe(403);
    expect(await jsonOf(refused)).toEqual({
      error: "invalid_grant",
      error_description: "mfa_token not issued to this client",
    });
  });

  it.each([
    { name: "an unknown client", body: { client_id: "nobody", mfa_token: "x" }, status: 401 },
    { name: "no token", body: { client_id: clientId }, status: 400 },
    { name: "a token that is none", body: { client_id: clientId, mfa_token: "x" }, status: 403 },
    { name: "a token of another type", body: { client_id: clientId, mfa_token: {} }, status: 400 },
    { name: "no body", body: undefined, status: 400 },
  ])("refuses $name with $status", async ({ body, status }) => {
    const refused = await visit(tenant).postJson("/mfa/challenge", body);
    expect(refused.status).toBe(status);
    expect(await jsonOf(refused)).toMatchObject({ error: expect.any(String) });
  });
});

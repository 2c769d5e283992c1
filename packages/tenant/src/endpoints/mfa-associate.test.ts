import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  appCode,
  grace,
  mfaApi,
  otherClientId,
  secondFactorSeed,
  sentCode,
  wrongCode,
  type Association,
  type ListedAuthenticator,
  type MfaBody,
} from "../../test/second-factor.js";
import { ada, jsonOf, startTestTenant, visit, type TokenBody } from "../../test/visitor.js";

const nora = "nora@example.com";

let tenant: RunningTenant;
let mfa: ReturnType<typeof mfaApi>;

beforeAll(async () => {
  tenant = await startTestTenant({ seed: secondFactorSeed() });
  mfa = mfaApi(visit(tenant));
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

async function associate(token: string, body: unknown): Promise<Association> {
  return jsonOf<Association>(await mfa.associate(token, body));
}

/** An access token by which a user manages factors. */
async function managementToken(username: string, secondFactor: () => Record<string, string>) {
  const access = {
    audience: `${tenant.url}/mfa/`,
    scope: "enroll read:authenticators remove:authenticators openid offline_access",
  };
  const body = await jsonOf<MfaBody>(await mfa.password(username, access));
  if (body.access_token) return body.access_token;
  const granted = await mfa.grant("otp", { mfa_token: body.mfa_token, ...secondFactor() });
  return (await jsonOf<TokenBody>(granted)).access_token;
}

describe("a first factor", () => {
  it("is required of a user who must have one, and can be enrolled with the mfa_token", async () => {
    const refused = await mfa.password(nora);
    expect(refused.status).toBe(403);
    const body = await jsonOf<MfaBody>(refused);
    expect(body).toMatchObject({
      error: "mfa_required",
      error_description: "Multifactor authentication required",
      mfa_token: expect.any(String),
      mfa_requirements: {
        enroll: [
          { type: "otp" },
          { type: "phone" },
          { type: "push-notification" },
          { type: "email" },
        ],
      },
    });
    expect(await jsonOf(await mfa.authenticators(body.mfa_token))).toEqual([]);
  });

  it("is due for an address that asks for it, and no other", async () => {
    await tenant.seed({
      clients: [],
      users: [{ email: "mfa+ann@example.com", password: ada.password }],
    });
    expect((await mfa.password("mfa+ann@example.com")).status).toBe(403);
    expect((await mfa.password(ada.username)).status).toBe(200);
  });

  it("by an authenticator app counts from its first code on", async () => {
    const token = await mfa.begin(nora, { scope: "openid offline_access" });
    const enrolled = await associate(token, { authenticator_types: ["otp"] });
    expect(enrolled).toEqual({
      id: expect.stringMatching(/^totp\|dev_\w+$/),
      authenticator_type: "otp",
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      barcode_uri:
        `otpauth://totp/Portico%20tenant:nora%40example.com?secret=${enrolled.secret}` +
        "&issuer=Portico%20tenant&algorithm=SHA1&digits=6&period=30",
      recovery_codes: [expect.stringMatching(/^[A-Z2-7]{24}$/)],
    });

    const otp = appCode(tenant, enrolled.secret);
    const wrong = await mfa.grant("otp", { mfa_token: token, otp: wrongCode(otp) });
    expect(wrong.status).toBe(403);
    expect(await jsonOf(wrong)).toEqual({
      error: "invalid_grant",
      error_description: "Invalid otp_code.",
    });
    const listed = await jsonOf<ListedAuthenticator[]>(await mfa.authenticators(token));
    expect(listed.map(({ active }) => active)).toEqual([false, false]);

    const granted = await mfa.grant("otp", { mfa_token: token, otp });
    expect(granted.status).toBe(200);
    const tokens = await jsonOf<TokenBody>(granted);
    expect(tokens).toMatchObject({ token_type: "Bearer", scope: "openid offline_access" });
    expect(tokens.refresh_token).toEqual(expect.any(String));
    expect(decodeJwt(tokens.id_token ?? "")).toMatchObject({ amr: ["mfa"] });

    const next = await jsonOf<MfaBody>(await mfa.password(nora));
    expect(next.mfa_requirements).toEqual({
      challenge: [{ type: "otp" }, { type: "recovery-code" }],
    });
  });

  it.each([
    { channel: "sms", to: "+15551230199", body: { phone_number: "+15551230199" }, kind: "sms" },
    { channel: "voice", to: "+15551230199", body: { phone_number: "+15551230199" }, kind: "sms" },
    { channel: "email", to: nora, body: {}, kind: "mfa" },
    { channel: "email", to: "n@example.org", body: { email: "n@example.org" }, kind: "mfa" },
  ])("by $channel sends its code to $to", async ({ channel, to, body, kind }) => {
    const token = await mfa.begin(nora);
    const enrolled = await associate(token, {
      authenticator_types: ["oob"],
      oob_channels: [channel],
      ...body,
    });
    expect(enrolled).toEqual({
      id: expect.stringMatching(new RegExp(`^${channel}\\|dev_`)),
      authenticator_type: "oob",
      oob_channel: channel,
      oob_code: expect.any(String),
      binding_method: "prompt",
      recovery_codes: [expect.any(String)],
    });
    const [message] = tenant.inbox.list({ to });
    expect(message).toMatchObject({ kind, code: expect.stringMatching(/^\d{6}$/) });
    const proof = { mfa_token: token, oob_code: enrolled.oob_code };
    const binding_code = sentCode(tenant, to);
    const wrong = await mfa.grant("oob", { ...proof, binding_code: wrongCode(binding_code) });
    expect(await jsonOf(wrong)).toEqual({
      error: "invalid_grant",
      error_description: "Invalid binding_code.",
    });
    expect((await mfa.grant("oob", { ...proof, binding_code })).status).toBe(200);
  });

  it("by push waits for the device, and has no code to type", async () => {
    const token = await mfa.begin(nora);
    const enrolled = await associate(token, {
      authenticator_types: ["oob"],
      oob_channels: ["auth0"],
    });
    expect(enrolled).toMatchObject({ oob_channel: "auth0", id: expect.stringMatching(/^push\|/) });
    expect(enrolled.barcode_uri).toMatch(/^otpauth:\/\/totp\/.+\?enrollment_tx_id=/);
    expect(enrolled.binding_method).toBeUndefined();
    const proof = { mfa_token: token, oob_code: enrolled.oob_code };
    expect(await jsonOf(await mfa.grant("oob", proof))).toMatchObject({
      error: "authorization_pending",
    });
    const [push] = tenant.inbox.list({ kind: "push" });
    expect(tenant.inbox.approve(push?.id ?? 0)).toBe(true);
    expect((await mfa.grant("oob", proof)).status).toBe(200);
  });

  it("replaces one that was begun and not confirmed", async () => {
    const token = await mfa.begin(nora);
    const abandoned = await associate(token, { authenticator_types: ["otp"] });
    const kept = await associate(token, { authenticator_types: ["otp"] });
    const listed = await jsonOf<ListedAuthenticator[]>(await mfa.authenticators(token));
    expect(listed.filter(({ type }) => type === "otp").map(({ id }) => id)).toEqual([kept.id]);
    const otp = appCode(tenant, abandoned.secret);
    expect((await mfa.grant("otp", { mfa_token: token, otp })).status).toBe(403);
  });

  it("makes the recovery code count that came with it, and none that came before", async () => {
    const token = await mfa.begin(nora);
    const abandoned = await associate(token, { authenticator_types: ["otp"] });
    const kept = await associate(token, { authenticator_types: ["otp"] });
    const recover = (mfa_token: string, recovery_code = "") =>
      mfa.grant("recovery-code", { mfa_token, recovery_code });
    expect((await recover(token, kept.recovery_codes?.[0])).status).toBe(403);
    await mfa.grant("otp", { mfa_token: token, otp: appCode(tenant, kept.secret) });
    const next = await mfa.begin(nora);
    expect((await recover(next, abandoned.recovery_codes?.[0])).status).toBe(403);
    expect((await recover(next, kept.recovery_codes?.[0])).status).toBe(200);
  });
});

describe("a further factor", () => {
  it("cannot be added by somebody who only knows the password", async () => {
    const refused = await mfa.associate(await mfa.begin(grace.username), {
      authenticator_types: ["otp"],
    });
    expect(refused.status).toBe(403);
    expect(await jsonOf(refused)).toEqual({
      error: "access_denied",
      error_description: "User is already enrolled.",
    });
  });

  it("is added and confirmed with an access token for the MFA API, without recovery codes", async () => {
    const token = await managementToken(grace.username, () => ({
      otp: appCode(tenant, grace.totpSecret),
    }));
    const enrolled = await associate(token, {
      authenticator_types: ["oob"],
      oob_channels: ["sms"],
      phone_number: "+15551230188",
    });
    expect(enrolled.recovery_codes).toBeUndefined();
    const binding_code = sentCode(tenant, "+15551230188");
    const proof = { mfa_token: token, oob_code: enrolled.oob_code, binding_code };
    const confirmed = await mfa.grant("oob", proof);
    expect(confirmed.status).toBe(200);
    const body = await jsonOf<TokenBody>(confirmed);
    expect(body).toMatchObject({ scope: "enroll read:authenticators remove:authenticators" });
    expect(Object.keys(body)).not.toContain("id_token");
    expect(Object.keys(body)).not.toContain("refresh_token");
    const listed = await jsonOf<ListedAuthenticator[]>(await mfa.authenticators(token));
    expect(listed.find(({ id }) => id === enrolled.id)).toMatchObject({ active: true });
  });

  it("left unconfirmed is of no use to a login", async () => {
    const token = await managementToken(grace.username, () => ({
      otp: appCode(tenant, grace.totpSecret),
    }));
    const begun = await associate(token, { authenticator_types: ["otp"] });
    const login = await mfa.begin(grace.username);
    const otp = appCode(tenant, begun.secret);
    expect((await mfa.grant("otp", { mfa_token: login, otp })).status).toBe(403);
    expect((await mfa.grant("otp", { mfa_token: token, otp })).status).toBe(200);
  });

  it("needs the scope enroll", async () => {
    const body = await jsonOf<TokenBody>(
      await mfa.password(ada.username, {
        audience: `${tenant.url}/mfa/`,
        scope: "read:authenticators",
      }),
    );
    const refused = await mfa.associate(body.access_token, { authenticator_types: ["otp"] });
    expect(refused.status).toBe(403);
    expect(await jsonOf(refused)).toMatchObject({ error: "insufficient_scope" });
    expect((await mfa.authenticators(body.access_token)).status).toBe(200);
  });
});

describe("POST /mfa/associate", () => {
  it.each([
    { name: "nothing", body: {} },
    { name: "an unknown type", body: { authenticator_types: ["webauthn"] } },
    { name: "types that are no list of text", body: { authenticator_types: [{ a: 1 }, null] } },
    { name: "no channel", body: { authenticator_types: ["oob"] } },
    { name: "an unknown channel", body: { authenticator_types: ["oob"], oob_channels: ["fax"] } },
    { name: "no phone number", body: { authenticator_types: ["oob"], oob_channels: ["sms"] } },
    {
      name: "a number that is none",
      body: { authenticator_types: ["oob"], oob_channels: ["sms"], phone_number: "0123" },
    },
    {
      name: "an address that is none",
      body: { authenticator_types: ["oob"], oob_channels: ["email"], email: "ada" },
    },
    { name: "a list", body: [] },
    { name: "text", body: "otp" },
  ])("refuses $name as a bad request, and enrolls nothing", async ({ body }) => {
    const token = await mfa.begin(nora);
    const refused = await mfa.associate(token, body);
    expect(refused.status).toBe(400);
    expect(await jsonOf(refused)).toMatchObject({ error: expect.stringMatching(/^invalid_/) });
    expect(await jsonOf(await mfa.authenticators(token))).toEqual([]);
  });

  it("takes a channel that is not in a list", async () => {
    const token = await mfa.begin(nora);
    const body = { authenticator_types: "oob", oob_channels: "email" };
    expect((await mfa.associate(token, body)).status).toBe(200);
  });

  it("refuses a client that the mfa_token is not for", async () => {
    const body = { authenticator_types: ["otp"], client_id: otherClientId };
    expect((await mfa.associate(await mfa.begin(nora), body)).status).toBe(403);
  });

  it("refuses tokens of other kinds", async () => {
    const { access_token } = await jsonOf<TokenBody>(await mfa.password(ada.username));
    for (const token of ["", "x", access_token, "a.b.c", "a.b.c.d.e"]) {
      const refused = await mfa.associate(token, { authenticator_types: ["otp"] });
      expect(refused.status).toBe(401);
    }
  });

  it("refuses an mfa_token whose ten minutes are over", async () => {
    const token = await mfa.begin(nora);
    tenant.clock.offset(600_000);
    const refused = await mfa.associate(token, { authenticator_types: ["otp"] });
    expect(refused.status).toBe(401);
    expect(await jsonOf(refused)).toEqual({
      error: "expired_token",
      error_description: "mfa_token is expired",
    });
  });
});

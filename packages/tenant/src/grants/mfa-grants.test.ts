import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  appCode,
  grace,
  joan,
  mfaApi,
  otherClientId,
  secondFactorSeed,
  sentCode,
  wrongCode,
  type Association,
  type MfaBody,
} from "../../test/second-factor.js";
import { api, jsonOf, startTestTenant, visit, type TokenBody } from "../../test/visitor.js";

const noon = Date.UTC(2030, 0, 1, 12);

let tenant: RunningTenant;
let mfa: ReturnType<typeof mfaApi>;

beforeAll(async () => {
  tenant = await startTestTenant({ seed: secondFactorSeed() });
  mfa = mfaApi(visit(tenant));
});
beforeEach(async () => {
  await tenant.reset();
  tenant.clock.set(noon);
  tenant.clock.freeze();
});
afterAll(() => tenant.close());

async function errorOf(response: Response): Promise<{ status: number; error: string | undefined }> {
  const { error } = await jsonOf<MfaBody>(response);
  return { status: response.status, error };
}

const code = (steps = 0) => appCode(tenant, grace.totpSecret, steps);
const byApp = (mfa_token: string, otp: string) => mfa.grant("otp", { mfa_token, otp });

describe("the mfa_token", () => {
  it("leads to the tokens that the password grant was asked for", async () => {
    const access = { audience: api, scope: "openid email read:projects offline_access" };
    const token = await mfa.begin(grace.username, access);
    const tokens = await jsonOf<TokenBody>(await byApp(token, code()));
    expect(tokens.scope).toBe(access.scope);
    expect(tokens.refresh_token).toEqual(expect.any(String));
    expect(decodeJwt(tokens.access_token)).toMatchObject({ aud: expect.arrayContaining([api]) });
    expect(decodeJwt(tokens.id_token ?? "")).toMatchObject({ email: grace.username, amr: ["mfa"] });
  });

  it("works once", async () => {
    const token = await mfa.begin(grace.username);
    expect((await byApp(token, code())).status).toBe(200);
    expect(await errorOf(await byApp(token, code(1)))).toEqual({
      status: 401,
      error: "expired_token",
    });
    expect((await mfa.authenticators(token)).status).toBe(401);
  });

  it("works once even when two codes arrive together", async () => {
    const token = await mfa.begin(grace.username);
    const both = [byApp(token, code()), byApp(token, code(1))];
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it("expires after ten minutes", async () => {
    const token = await mfa.begin(grace.username);
    tenant.clock.set(noon + 600_000);
    const refused = await byApp(token, code());
    expect(refused.status).toBe(401);
    expect(await jsonOf(refused)).toEqual({
      error: "expired_token",
      error_description: "mfa_token is expired",
    });
  });

  it("belongs to one client", async () => {
    const body = { mfa_token: await mfa.begin(grace.username), otp: code() };
    const refused = await mfa.grant("otp", { ...body, client_id: otherClientId });
    expect(await errorOf(refused)).toEqual({ status: 403, error: "invalid_grant" });
    expect((await mfa.grant("otp", body)).status).toBe(200);
  });

  it("must be one", async () => {
    const refused = await byApp("nonsense", code());
    expect(refused.status).toBe(403);
    expect(await jsonOf(refused)).toEqual({
      error: "invalid_grant",
      error_description: "Malformed mfa_token",
    });
    const { access_token } = await jsonOf<TokenBody>(await mfa.password("ada@example.com"));
    expect((await byApp(access_token, code())).status).toBe(403);
  });

  it("is of no use to a user who was blocked meanwhile", async () => {
    const token = await mfa.begin(grace.username);
    tenant.updateUser(grace.username, { blocked: true });
    expect(await errorOf(await byApp(token, code()))).toEqual({
      status: 401,
      error: "unauthorized",
    });
  });

  it.each(["otp", "oob", "recovery-code"] as const)(
    "and the proof of %s are asked for where they are missing",
    async (kind) => {
      const mfa_token = await mfa.begin(grace.username);
      for (const body of [{}, { mfa_token }]) {
        expect(await errorOf(await mfa.grant(kind, body as Record<string, string>))).toEqual({
          status: 400,
          error: "invalid_request",
        });
      }
    },
  );

  it("is spent only by a client that may use the grant", async () => {
    const [client] = secondFactorSeed().clients;
    if (!client) throw new Error("The seed has no client.");
    await tenant.seed({ clients: [{ ...client, grantTypes: ["password"] }] });
    const refused = await byApp(await mfa.begin(grace.username), code());
    expect(await errorOf(refused)).toEqual({ status: 403, error: "unauthorized_client" });
  });
});

describe("mfa-otp", () => {
  it.each([-1, 0, 1])("accepts the code of a step that is %i away", async (steps) => {
    expect((await byApp(await mfa.begin(grace.username), code(steps))).status).toBe(200);
  });

  it.each([-2, 2])("refuses the code of a step that is %i away", async (steps) => {
    expect((await byApp(await mfa.begin(grace.username), code(steps))).status).toBe(403);
  });

  it("accepts no step twice, and none before one that was accepted", async () => {
    expect((await byApp(await mfa.begin(grace.username), code())).status).toBe(200);
    const token = await mfa.begin(grace.username);
    expect((await byApp(token, code())).status).toBe(403);
    expect((await byApp(token, code(-1))).status).toBe(403);
    expect((await byApp(token, code(1))).status).toBe(200);
  });

  it("takes a code with a space in it", async () => {
    const otp = code();
    const typed = `${otp.slice(0, 3)} ${otp.slice(3)}`;
    expect((await byApp(await mfa.begin(grace.username), typed)).status).toBe(200);
  });

  it("never accepts 000000 while triggers are on", async () => {
    expect((await byApp(await mfa.begin(grace.username), "000000")).status).toBe(403);
  });

  it("works at the very beginning of time", async () => {
    tenant.clock.set(0);
    expect((await byApp(await mfa.begin(grace.username), code())).status).toBe(200);
  });

  it("does not take another user's code", async () => {
    const begun = await jsonOf<Association>(
      await mfa.associate(await mfa.begin("nora@example.com"), { authenticator_types: ["otp"] }),
    );
    const otp = appCode(tenant, begun.secret);
    expect((await byApp(await mfa.begin(grace.username), otp)).status).toBe(403);
  });
});

describe("wrong codes", () => {
  it("are ten at most, whatever the factor and the login, until an hour has passed", async () => {
    const wrong = wrongCode(code());
    for (let tries = 0; tries < 5; tries += 1) {
      const mfa_token = await mfa.begin(grace.username);
      expect((await byApp(mfa_token, wrong)).status).toBe(403);
      const recovery_code = "NOTTHERECOVERYCODE234567";
      expect((await mfa.grant("recovery-code", { mfa_token, recovery_code })).status).toBe(403);
    }
    const blocked = await byApp(await mfa.begin(grace.username), code());
    expect(blocked.status).toBe(429);
    expect(await jsonOf(blocked)).toEqual({
      error: "too_many_attempts",
      error_description: "Too many failed codes. Wait for some minutes before retrying.",
    });
    tenant.clock.set(noon + 3_600_000);
    expect((await byApp(await mfa.begin(grace.username), code())).status).toBe(200);
  });

  it("are as many as the option says, and forgotten after a right one", async () => {
    const strict = await startTestTenant({ seed: secondFactorSeed(), bruteForceLimit: 2 });
    onTestFinished(() => strict.close());
    strict.clock.freeze();
    const { begin, grant } = mfaApi(visit(strict));
    const attempt = async (token: string, otp: string) =>
      (await grant("otp", { mfa_token: token, otp })).status;
    const [first, second] = [0, 1].map((steps) => appCode(strict, grace.totpSecret, steps));
    const token = await begin(grace.username);
    expect(await attempt(token, wrongCode(first ?? ""))).toBe(403);
    expect(await attempt(token, first ?? "")).toBe(200);
    const next = await begin(grace.username);
    expect(await attempt(next, wrongCode(second ?? ""))).toBe(403);
    expect(await attempt(next, wrongCode(second ?? ""))).toBe(403);
    expect(await attempt(next, second ?? "")).toBe(429);
  });

  it("of one user do not count against another", async () => {
    const token = await mfa.begin(joan.username);
    const { oob_code } = await jsonOf<Association>(await mfa.challenge(token));
    const binding_code = sentCode(tenant, joan.phoneNumber);
    const proof = { mfa_token: token, oob_code };
    for (let tries = 0; tries < 10; tries += 1) {
      await mfa.grant("oob", { ...proof, binding_code: wrongCode(binding_code) });
    }
    expect((await mfa.grant("oob", { ...proof, binding_code })).status).toBe(429);
    expect((await byApp(await mfa.begin(grace.username), code())).status).toBe(200);
  });
});

describe("mfa-oob with a code", () => {
  async function challengeJoan() {
    const mfa_token = await mfa.begin(joan.username);
    const { oob_code } = await jsonOf<Association>(await mfa.challenge(mfa_token));
    return { mfa_token, oob_code, binding_code: sentCode(tenant, joan.phoneNumber) };
  }

  it("takes a code once", async () => {
    const { binding_code, oob_code, ...first } = await challengeJoan();
    expect((await mfa.grant("oob", { ...first, oob_code, binding_code })).status).toBe(200);
    const second = { mfa_token: await mfa.begin(joan.username), oob_code, binding_code };
    expect(await errorOf(await mfa.grant("oob", second))).toEqual({
      status: 400,
      error: "invalid_request",
    });
  });

  it("asks for the code where it is missing", async () => {
    const { mfa_token, oob_code } = await challengeJoan();
    const refused = await mfa.grant("oob", { mfa_token, oob_code });
    expect(refused.status).toBe(400);
    expect(await jsonOf(refused)).toEqual({
      error: "invalid_request",
      error_description: "Missing required parameter: binding_code",
    });
  });

  it("refuses a code whose five minutes are over", async () => {
    const proof = await challengeJoan();
    tenant.clock.set(noon + 300_000);
    expect(await errorOf(await mfa.grant("oob", proof))).toEqual({
      status: 401,
      error: "expired_token",
    });
  });

  it("holds an oob_code to the login that it was made for", async () => {
    const { oob_code, binding_code } = await challengeJoan();
    for (const username of [joan.username, grace.username]) {
      const mfa_token = await mfa.begin(username);
      const refused = await mfa.grant("oob", { mfa_token, oob_code, binding_code });
      expect(refused.status).toBe(400);
      expect(await jsonOf(refused)).toMatchObject({
        error_description: "The oob_code doesn't match the mfa_token",
      });
    }
    const mfa_token = await mfa.begin(joan.username);
    const refused = await mfa.grant("oob", { mfa_token, oob_code: "x", binding_code });
    expect(await jsonOf(refused)).toEqual({
      error: "invalid_grant",
      error_description: "Malformed oob_code",
    });
  });

  it("never accepts 000000", async () => {
    const proof = await challengeJoan();
    const refused = await mfa.grant("oob", { ...proof, binding_code: "000000" });
    expect(refused.status).toBe(403);
  });
});

describe("mfa-oob with a push", () => {
  async function askNora() {
    const mfa_token = await mfa.begin("nora@example.com");
    const body = { authenticator_types: ["oob"], oob_channels: ["auth0"] };
    const { oob_code } = await jsonOf<Association>(await mfa.associate(mfa_token, body));
    const id = tenant.inbox.list({ kind: "push" })[0]?.id ?? 0;
    return { id, poll: () => mfa.grant("oob", { mfa_token, oob_code }) };
  }

  it("is pending until the device answers, and asks to slow down before five seconds", async () => {
    const { poll } = await askNora();
    const pending = await poll();
    expect(pending.status).toBe(400);
    expect(await jsonOf(pending)).toEqual({
      error: "authorization_pending",
      error_description: "Authorization pending: please repeat the request in a few seconds.",
    });
    tenant.clock.set(noon + 4_999);
    expect(await errorOf(await poll())).toEqual({ status: 400, error: "slow_down" });
    tenant.clock.set(noon + 9_999);
    expect(await errorOf(await poll())).toMatchObject({ error: "authorization_pending" });
  });

  it("leads to tokens once it is approved, without a wait", async () => {
    const { id, poll } = await askNora();
    await poll();
    expect(tenant.inbox.approve(id)).toBe(true);
    const granted = await poll();
    expect(granted.status).toBe(200);
    expect((await poll()).status).toBe(401);
    expect(tenant.inbox.list({ kind: "push" })[0]?.push).toBe("approved");
    expect(tenant.inbox.deny(id)).toBe(false);
  });

  it("is refused for good once it is denied", async () => {
    const { id, poll } = await askNora();
    expect(tenant.inbox.deny(id)).toBe(true);
    for (const answer of [await poll(), await poll()]) {
      expect(answer.status).toBe(403);
      expect(await jsonOf(answer)).toEqual({
        error: "invalid_grant",
        error_description: "MFA Authorization rejected.",
      });
    }
    expect(tenant.inbox.approve(id)).toBe(false);
  });

  it("cannot be approved after its time", async () => {
    const { id, poll } = await askNora();
    tenant.clock.set(noon + 300_000);
    expect(tenant.inbox.approve(id)).toBe(false);
    expect(await errorOf(await poll())).toEqual({ status: 401, error: "expired_token" });
  });
});

describe("mfa-recovery-code", () => {
  const recover = (mfa_token: string, recovery_code: string) =>
    mfa.grant("recovery-code", { mfa_token, recovery_code });

  it("counts once, and is answered with the next one", async () => {
    const token = await mfa.begin(grace.username, { scope: "openid" });
    const body = await jsonOf<MfaBody>(await recover(token, grace.recoveryCode));
    expect(body.recovery_code).toMatch(/^[A-Z2-7]{24}$/);
    expect(decodeJwt(body.id_token ?? "")).toMatchObject({ amr: ["mfa"] });
    const next = await mfa.begin(grace.username);
    const refused = await recover(next, grace.recoveryCode);
    expect(refused.status).toBe(403);
    expect(await jsonOf(refused)).toEqual({
      error: "invalid_grant",
      error_description: "MFA Authorization rejected.",
    });
    expect((await recover(next, body.recovery_code ?? "")).status).toBe(200);
  });

  it("may be typed as it was written down", async () => {
    const typed = " graces-recovery-code-2345 67 ";
    expect((await recover(await mfa.begin(grace.username), typed)).status).toBe(200);
  });

  it("of another user is wrong", async () => {
    const refused = await recover(await mfa.begin(joan.username), grace.recoveryCode);
    expect(refused.status).toBe(403);
  });
});

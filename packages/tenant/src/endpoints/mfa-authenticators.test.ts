import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  appCode,
  grace,
  joan,
  mfaApi,
  secondFactorSeed,
  type ListedAuthenticator,
  type MfaBody,
} from "../../test/second-factor.js";
import { app, jsonOf, startTestTenant, visit, type TokenBody } from "../../test/visitor.js";

let tenant: RunningTenant;
let mfa: ReturnType<typeof mfaApi>;

beforeAll(async () => {
  tenant = await startTestTenant({ seed: secondFactorSeed() });
  mfa = mfaApi(visit(tenant));
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

async function list(token: string): Promise<ListedAuthenticator[]> {
  return jsonOf<ListedAuthenticator[]>(await mfa.authenticators(token));
}

async function graceManages(scope: string): Promise<string> {
  const access = { audience: `${tenant.url}/mfa/`, scope };
  const mfa_token = await mfa.begin(grace.username, access);
  const otp = appCode(tenant, grace.totpSecret);
  return (await jsonOf<TokenBody>(await mfa.grant("otp", { mfa_token, otp }))).access_token;
}

describe("GET /mfa/authenticators", () => {
  it("tells what the user has, and no secret", async () => {
    expect(await list(await mfa.begin(grace.username))).toEqual([
      {
        id: expect.stringMatching(/^totp\|dev_/),
        authenticator_type: "otp",
        active: true,
        type: "otp",
      },
      {
        id: expect.stringMatching(/^recovery-code\|dev_/),
        authenticator_type: "recovery-code",
        active: true,
        type: "recovery-code",
      },
    ]);
  });

  it("masks addresses, and names the channel in both ways that clients read", async () => {
    expect(await list(await mfa.begin(joan.username))).toEqual([
      {
        id: expect.stringMatching(/^sms\|dev_/),
        authenticator_type: "oob",
        oob_channel: "sms",
        oob_channels: ["sms"],
        active: true,
        name: "XXXXXXXX0167",
        type: "phone",
      },
    ]);
    const user = { email: "kay@example.com", mfa: { email: "kay@example.com" } };
    await tenant.seed({ clients: [], users: [{ ...user, password: "Analytical-Engine-1843" }] });
    const [byMail] = await list(await mfa.begin("kay@example.com"));
    expect(byMail).toMatchObject({ name: "****@exam*******", type: "email" });
  });

  it("lists types that the newer mfa_required answer names", async () => {
    const body = await jsonOf<MfaBody>(await mfa.password(grace.username));
    const named = body.mfa_requirements["challenge"]?.map(({ type }) => type);
    expect((await list(body.mfa_token)).map(({ type }) => type)).toEqual(named);
  });

  it("needs an access token's scope, and a token at all", async () => {
    const refused = await mfa.authenticators(await graceManages("enroll"));
    expect(refused.status).toBe(403);
    expect(await jsonOf(refused)).toMatchObject({ error: "insufficient_scope" });
    const anonymous = await visit(tenant).request("/mfa/authenticators");
    expect(anonymous.status).toBe(401);
    expect(await jsonOf(anonymous)).toEqual({
      error: "access_denied",
      error_description: "Unauthorized",
    });
  });

  it("tells a user who was blocked meanwhile nothing", async () => {
    const token = await graceManages("read:authenticators");
    tenant.updateUser(grace.username, { blocked: true });
    const response = await mfa.authenticators(token);
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { error: "unauthorized" },
    ]);
  });

  it("may be read by an allowed page, after a preflight", async () => {
    const preflight = await visit(tenant).request("/mfa/authenticators/totp%7Cdev_1", {
      method: "OPTIONS",
      headers: {
        origin: app,
        "access-control-request-method": "DELETE",
        "access-control-request-headers": "authorization",
      },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe(app);
    expect(preflight.headers.get("access-control-allow-methods")).toContain("DELETE");
  });

  it("refuses a token that a client got in its own name", async () => {
    const audience = `${tenant.url}/mfa/`;
    await tenant.seed({
      clients: [
        {
          clientId: "machine",
          name: "Machine",
          callbacks: [],
          webOrigins: [],
          logoutUrls: [],
          grantTypes: ["client_credentials"],
          tokenEndpointAuthMethod: "client_secret_post",
          clientSecret: "s3cret",
          apiGrants: [{ audience, scopes: ["read:authenticators"] }],
        },
      ],
    });
    const body = await jsonOf<TokenBody>(
      await visit(tenant).postForm("/oauth/token", {
        grant_type: "client_credentials",
        client_id: "machine",
        client_secret: "s3cret",
        audience,
      }),
    );
    expect((await mfa.authenticators(body.access_token)).status).toBe(401);
  });
});

describe("DELETE /mfa/authenticators/{id}", () => {
  it("removes a factor, and the recovery code with the last one", async () => {
    const token = await graceManages("read:authenticators remove:authenticators");
    const [app] = await list(token);
    const removed = await mfa.remove(token, app?.id ?? "");
    expect(removed.status).toBe(204);
    expect(await removed.text()).toBe("");
    expect(await list(token)).toEqual([]);
    expect((await mfa.password(grace.username)).status).toBe(200);
  });

  it("keeps the recovery code as long as another factor stays", async () => {
    const token = await graceManages("enroll read:authenticators remove:authenticators");
    const enrolled = await mfa.associate(token, {
      authenticator_types: ["oob"],
      oob_channels: ["auth0"],
    });
    const { oob_code } = await jsonOf<{ oob_code: string }>(enrolled);
    tenant.inbox.approve(tenant.inbox.list()[0]?.id ?? 0);
    await mfa.grant("oob", { mfa_token: token, oob_code });
    const [byApp] = await list(token);
    expect((await mfa.remove(token, byApp?.id ?? "")).status).toBe(204);
    expect((await list(token)).map(({ type }) => type)).toEqual([
      "recovery-code",
      "push-notification",
    ]);
  });

  it("does not let a login take away the factor that it waits for", async () => {
    const token = await mfa.begin(grace.username);
    const [byApp] = await list(token);
    const refused = await mfa.remove(token, byApp?.id ?? "");
    expect(refused.status).toBe(403);
    expect(await list(token)).toHaveLength(2);
  });

  it("lets a login drop what it has begun to enroll", async () => {
    const token = await mfa.begin("nora@example.com");
    await mfa.associate(token, { authenticator_types: ["otp"] });
    const [begun] = await list(token);
    expect((await mfa.remove(token, begun?.id ?? "")).status).toBe(204);
    expect(await list(token)).toEqual([]);
  });

  it("does not know another user's authenticators", async () => {
    const [others] = await list(await mfa.begin(joan.username));
    const token = await graceManages("remove:authenticators");
    for (const id of [others?.id ?? "", "totp|dev_unknown", "%", "x"]) {
      const refused = await mfa.remove(token, id);
      expect(refused.status).toBe(404);
    }
    expect(await list(await mfa.begin(joan.username))).toHaveLength(1);
  });

  it("needs the scope remove:authenticators", async () => {
    const token = await graceManages("enroll read:authenticators");
    const [byApp] = await list(token);
    expect((await mfa.remove(token, byApp?.id ?? "")).status).toBe(403);
  });
});

describe("an access token for the MFA API", () => {
  it("lasts ten minutes, as an mfa_token does", async () => {
    const access = { audience: `${tenant.url}/mfa/`, scope: "read:authenticators" };
    const body = await jsonOf<TokenBody>(await mfa.password("ada@example.com", access));
    expect(body.expires_in).toBe(600);
    tenant.clock.offset(601_000);
    expect((await mfa.authenticators(body.access_token)).status).toBe(401);
  });
});

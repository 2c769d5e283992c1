import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  ascending,
  api,
  callback,
  clientId,
  jsonOf,
  newPkce,
  queryOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
  type TokenBody,
  type Visitor,
} from "../../test/visitor.js";

const realmGrant = "http://auth0.com/oauth/grant-type/password-realm";

let tenant: RunningTenant;
let visitor: Visitor;
beforeAll(async () => {
  tenant = await startTestTenant();
  visitor = visit(tenant);
  await visitor.signIn();
});
afterAll(() => tenant.close());

async function newCode(parameters: Record<string, string> = {}) {
  const { verifier, challenge } = newPkce();
  const response = await visitor.authorize({
    code_challenge: challenge,
    code_challenge_method: "S256",
    scope: "openid offline_access",
    nonce: "n",
    ...parameters,
  });
  return { code: queryOf(response).get("code") ?? "", verifier };
}

async function refusal(response: Promise<Response>) {
  const { status } = await response;
  const body = await jsonOf<TokenBody>(await response);
  return `${status} ${body.error}`;
}

describe("POST /oauth/token, authorization_code", () => {
  it("exchanges a code as a form and as JSON, and is never cached", async () => {
    const asForm = await newCode();
    const form = await visitor.exchangeCode(asForm.code, asForm.verifier);
    expect(form.headers.get("cache-control")).toBe("no-store");
    const asJson = await newCode();
    const json = await visitor.postJson("/oauth/token", {
      grant_type: "authorization_code",
      client_id: clientId,
      redirect_uri: callback,
      code: asJson.code,
      code_verifier: asJson.verifier,
    });
    for (const response of [form, json]) {
      expect(await jsonOf<TokenBody>(response)).toMatchObject({
        token_type: "Bearer",
        expires_in: 86_400,
        scope: "openid offline_access",
        refresh_token: expect.any(String),
        id_token: expect.any(String),
      });
    }
  });

  it("puts nonce, sid, auth_time and at_hash into the ID token", async () => {
    const { code, verifier } = await newCode();
    const body = await jsonOf<TokenBody>(await visitor.exchangeCode(code, verifier));
    expect(decodeJwt(body.id_token ?? "")).toMatchObject({
      nonce: "n",
      sid: expect.any(String),
      auth_time: expect.any(Number),
      at_hash: expect.any(String),
    });
  });

  it("gives no refresh token without offline_access", async () => {
    const { code, verifier } = await newCode({ scope: "openid" });
    const body = await jsonOf<TokenBody>(await visitor.exchangeCode(code, verifier));
    expect(body.refresh_token).toBeUndefined();
  });

  it.each([
    ["a wrong verifier", { code_verifier: newPkce().verifier }],
    ["no verifier", { code_verifier: "" }],
    ["a verifier shorter than RFC 7636 allows", { code_verifier: "short" }],
    ["another callback", { redirect_uri: `${callback}/` }],
    ["no callback", { redirect_uri: "" }],
  ])("refuses %s, and the code is spent", async (_, changes) => {
    const { code, verifier } = await newCode();
    expect(await refusal(visitor.exchangeCode(code, verifier, changes))).toBe("403 invalid_grant");
    expect(await refusal(visitor.exchangeCode(code, verifier))).toBe("403 invalid_grant");
  });

  it("refuses an unknown code", async () => {
    const exchange = visitor.exchangeCode("unknown", newPkce().verifier);
    expect(await refusal(exchange)).toBe("403 invalid_grant");
  });

  it("refuses a public client's code that was asked for without a challenge", async () => {
    const response = await visitor.authorize({ scope: "openid" });
    const code = queryOf(response).get("code") ?? "";
    const exchange = visitor.exchangeCode(code, newPkce().verifier);
    expect(await refusal(exchange)).toBe("403 invalid_grant");
  });

  it("takes a code once; using it again ends the refresh tokens it led to", async () => {
    const { code, verifier } = await newCode();
    const first = await jsonOf<TokenBody>(await visitor.exchangeCode(code, verifier));
    expect(await refusal(visitor.exchangeCode(code, verifier))).toBe("403 invalid_grant");
    expect(await refusal(visitor.refresh(first.refresh_token ?? ""))).toBe("403 invalid_grant");
  });

  it("exchanges a code once even when it is presented twice at the same time", async () => {
    const { code, verifier } = await newCode();
    const both = await Promise.all([
      visitor.exchangeCode(code, verifier),
      visitor.exchangeCode(code, verifier),
    ]);
    expect(both.map((response) => response.status).toSorted(ascending)).toEqual([200, 403]);
  });

  it("refuses a code that is too old by the tenant's clock", async () => {
    const { code, verifier } = await newCode();
    tenant.clock.offset(601_000);
    const answer = await refusal(visitor.exchangeCode(code, verifier));
    tenant.clock.offset(0);
    expect(answer).toBe("403 invalid_grant");
  });
});

describe("POST /oauth/token, password", () => {
  const login = (changes: Record<string, string>) =>
    visitor.postForm("/oauth/token", {
      grant_type: realmGrant,
      client_id: clientId,
      realm,
      ...ada,
      scope: "openid",
      ...changes,
    });

  it("answers password-realm and password with tokens that have no session", async () => {
    const answers = [await login({}), await login({ grant_type: "password", realm: "" })];
    for (const answer of answers) {
      const claims = decodeJwt((await jsonOf<TokenBody>(answer)).id_token ?? "");
      expect(claims).not.toHaveProperty("sid");
      expect(claims).not.toHaveProperty("auth_time");
    }
  });

  it("issues a JWT for an API", async () => {
    const body = await jsonOf<TokenBody>(await login({ audience: api, scope: "read:projects" }));
    expect(decodeJwt(body.access_token)).toMatchObject({ aud: api, scope: "read:projects" });
    expect(body.id_token).toBeUndefined();
  });

  it.each([
    [{ password: "wrong" }, "403 invalid_grant"],
    [{ username: "nobody@example.com" }, "403 invalid_grant"],
    [{ password: "leaked" }, "401 password_leaked"],
    [{ username: "blocked@example.com" }, "401 unauthorized"],
    [{ realm: "nowhere" }, "400 invalid_request"],
    [{ password: "" }, "400 invalid_request"],
    [{ client_id: "nobody" }, "401 access_denied"],
    [{ grant_type: "" }, "400 invalid_request"],
    [{ grant_type: "telepathy" }, "403 unsupported_grant_type"],
    [{ audience: "https://nowhere.example" }, "403 access_denied"],
  ])("refuses %j with %s", async (changes, expected) => {
    expect(await refusal(login(changes))).toBe(expected);
  });
});

describe("POST /oauth/token, client authentication", () => {
  const lists = { callbacks: [callback], webOrigins: [], logoutUrls: [] };
  const request = { grant_type: realmGrant, realm, ...ada };

  it("wants the secret of a confidential client in the place it agreed on", async () => {
    const clientSecret = newPkce().verifier;
    const confidential = { ...lists, clientSecret, grantTypes: [realmGrant] };
    await tenant.seed({
      clients: [
        {
          clientId: "post",
          name: "P",
          tokenEndpointAuthMethod: "client_secret_post",
          ...confidential,
        },
        {
          clientId: "basic",
          name: "B",
          tokenEndpointAuthMethod: "client_secret_basic",
          ...confidential,
        },
      ],
    });
    const basic = { authorization: `Basic ${btoa(`basic:${clientSecret}`)}` };
    const post = (body: Record<string, string>, headers = {}) =>
      visitor.postForm("/oauth/token", { ...request, ...body }, headers);
    const secret = { client_secret: clientSecret };
    expect((await post({ client_id: "post", ...secret })).status).toBe(200);
    expect((await post({}, basic)).status).toBe(200);
    expect(await refusal(post({ client_id: "post" }))).toBe("401 access_denied");
    expect(await refusal(post({ client_id: "post", client_secret: "x" }))).toBe(
      "401 access_denied",
    );
    expect(await refusal(post({ client_id: "basic", ...secret }))).toBe("401 access_denied");
  });

  it("refuses a grant that the client may not use", async () => {
    const grantTypes = ["authorization_code"];
    await tenant.seed({ clients: [{ clientId: "code-only", name: "C", ...lists, grantTypes }] });
    const response = visitor.postForm("/oauth/token", { ...request, client_id: "code-only" });
    expect(await refusal(response)).toBe("403 unauthorized_client");
  });
});

describe("POST /oauth/token, refresh_token", () => {
  it("rotates, keeps sid and auth_time, and sends no nonce", async () => {
    const first = await visitor.exchange();
    const second = await jsonOf<TokenBody>(await visitor.refresh(first.refresh_token ?? ""));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const [before, after] = [first, second].map((body) => decodeJwt(body.id_token ?? ""));
    expect(after).toMatchObject({ sid: before?.["sid"], auth_time: before?.["auth_time"] });
    expect(after).not.toHaveProperty("nonce");
  });

  it("kills the whole family when a spent token comes back", async () => {
    const first = await visitor.exchange();
    const second = await jsonOf<TokenBody>(await visitor.refresh(first.refresh_token ?? ""));
    expect(await refusal(visitor.refresh(first.refresh_token ?? ""))).toBe("403 invalid_grant");
    expect(await refusal(visitor.refresh(second.refresh_token ?? ""))).toBe("403 invalid_grant");
  });

  it("accepts a spent token within the leeway", async () => {
    const lenient = await startTestTenant({ lifetimes: { refreshTokenLeeway: 10 } });
    const guest = visit(lenient);
    const first = await guest.exchange();
    await guest.refresh(first.refresh_token ?? "");
    expect((await guest.refresh(first.refresh_token ?? "")).status).toBe(200);
    lenient.clock.offset(11_000);
    expect(await refusal(guest.refresh(first.refresh_token ?? ""))).toBe("403 invalid_grant");
    await lenient.close();
  });

  it("keeps one token for a client that does not rotate", async () => {
    const seed = testSeed();
    for (const client of seed.clients) client.refreshTokenRotation = false;
    const still = await startTestTenant({ seed });
    const guest = visit(still);
    const { refresh_token = "" } = await guest.exchange();
    for (let round = 0; round < 2; round += 1) {
      const body = await jsonOf<TokenBody>(await guest.refresh(refresh_token));
      expect(body).not.toHaveProperty("refresh_token");
      expect(body).toHaveProperty("access_token");
    }
    await still.close();
  });

  it("narrows the scope on request and never widens it", async () => {
    const first = await visitor.exchange();
    const scope = "openid read:projects";
    const body = await jsonOf<TokenBody>(
      await visitor.refresh(first.refresh_token ?? "", { scope, audience: api }),
    );
    expect(body.scope).toBe("openid");
    expect(body.access_token.split(".")).toHaveLength(5);
  });

  it("ends by idleness and by age, on the tenant's clock", async () => {
    const lifetimes = { refreshTokenIdle: 100, refreshTokenAbsolute: 150 };
    const short = await startTestTenant({ lifetimes });
    const guest = visit(short);
    const { refresh_token = "" } = await guest.exchange();
    short.clock.offset(90_000);
    const second = await jsonOf<TokenBody>(await guest.refresh(refresh_token));
    short.clock.offset(151_000);
    expect(await refusal(guest.refresh(second.refresh_token ?? ""))).toBe("403 invalid_grant");
    await short.close();
  });

  it("is of no use to another client", async () => {
    const lists = { callbacks: [callback], webOrigins: [], logoutUrls: [] };
    await tenant.seed({ clients: [{ clientId: "thief", name: "T", ...lists }] });
    const { refresh_token = "" } = await visitor.exchange();
    const stolen = visitor.refresh(refresh_token, { client_id: "thief" });
    expect(await refusal(stolen)).toBe("403 invalid_grant");
    expect((await visitor.refresh(refresh_token)).status).toBe(200);
  });
});

describe("POST /oauth/revoke", () => {
  it("ends the family of the token and says so to unknown ones too", async () => {
    const first = await visitor.exchange();
    const second = await jsonOf<TokenBody>(await visitor.refresh(first.refresh_token ?? ""));
    const token = second.refresh_token ?? "";
    const answers = [
      await visitor.postForm("/oauth/revoke", { client_id: clientId, token }),
      await visitor.postJson("/oauth/revoke", { client_id: clientId, token: "unknown" }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await refusal(visitor.refresh(token))).toBe("403 invalid_grant");
  });
});

import { createHash } from "node:crypto";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  api,
  app,
  callback,
  fragmentOf,
  jsonOf,
  locationOf,
  messageOf,
  queryOf,
  startTestTenant,
  visit,
  type Visitor,
} from "../../test/visitor.js";

let tenant: RunningTenant;
let signedIn: Visitor;
beforeAll(async () => {
  tenant = await startTestTenant();
  signedIn = visit(tenant);
  await signedIn.signIn();
});
afterAll(() => tenant.close());

const message = { response_mode: "web_message", prompt: "none" };

describe("GET /authorize: where the answer goes", () => {
  it("returns a code in the query by default, with the state", async () => {
    const response = await signedIn.authorize({ state: "s 1&2" });
    expect(response.status).toBe(302);
    expect(locationOf(response).startsWith(`${callback}?`)).toBe(true);
    expect(queryOf(response).get("state")).toBe("s 1&2");
    expect(queryOf(response).get("code")).toBeTruthy();
  });

  it("returns a code in the fragment on request", async () => {
    const response = await signedIn.authorize({ response_mode: "fragment" });
    expect(fragmentOf(response).get("code")).toBeTruthy();
  });

  it.each([
    ["token", ["access_token"]],
    ["id_token", ["id_token"]],
    ["token id_token", ["access_token", "id_token"]],
    ["id_token token", ["access_token", "id_token"]],
  ])("returns %s in the fragment", async (response_type, tokens) => {
    const response = await signedIn.authorize({
      response_type,
      nonce: "n",
      state: "s",
      scope: "openid",
    });
    const fragment = fragmentOf(response);
    expect(["access_token", "id_token"].filter((name) => fragment.has(name))).toEqual(tokens);
    expect(fragment.get("state")).toBe("s");
  });

  it("posts a web message to the callback's origin only, with the state", async () => {
    const answer = await signedIn.authorize({ ...message, state: "s" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-frame-options")).toBeNull();
    expect(answer.headers.get("cross-origin-opener-policy")).toBeNull();
    expect(answer.headers.get("content-security-policy")).not.toContain("frame-ancestors");
    expect(await messageOf(answer)).toMatchObject({
      type: "authorization_response",
      origin: app,
      response: { code: expect.any(String), state: "s" },
    });
  });

  it("posts tokens as a web message, with the lifetime as a number", async () => {
    const response_type = "token id_token";
    const answer = await signedIn.authorize({ ...message, response_type, nonce: "n", state: "s" });
    expect((await messageOf(answer)).response).toMatchObject({
      expires_in: 7200,
      token_type: "Bearer",
    });
  });

  it("cannot be broken out of by a state", async () => {
    const state = "</script><script>alert(1)</script>&\u2028";
    const answer = await messageOf(await signedIn.authorize({ ...message, state }));
    expect(answer.page).not.toContain("</script><script>alert");
    expect(answer.page).not.toContain("\u2028");
    expect(answer.response["state"]).toBe(state);
  });

  it("returns a form that posts itself on request", async () => {
    const answer = await signedIn.authorize({ response_mode: "form_post", state: '"><b>' });
    const page = await answer.text();
    expect(page).toContain(`<form method="post" action="${callback}">`);
    expect(page).toContain('name="state" value="&quot;&gt;&lt;b&gt;"');
  });
});

describe("GET /authorize: what is in the tokens", () => {
  it("ties ID token, access token, session and request together", async () => {
    const response = await signedIn.authorize({
      response_type: "token id_token",
      nonce: "n-7",
      scope: "openid profile email",
    });
    const fragment = fragmentOf(response);
    const claims = decodeJwt(fragment.get("id_token") ?? "");
    const hash = createHash("sha256").update(fragment.get("access_token") ?? "");
    expect(claims).toMatchObject({
      iss: tenant.issuer,
      aud: "portico-demo",
      nonce: "n-7",
      name: "Ada Lovelace",
      email: "ada@example.com",
      sid: expect.any(String),
      auth_time: expect.any(Number),
      at_hash: hash.digest().subarray(0, 16).toString("base64url"),
    });
    expect(claims.sub).toMatch(/^auth0\|[0-9a-f]{24}$/);
  });

  it("issues no ID token without openid", async () => {
    const response_type = "token id_token";
    const response = await signedIn.authorize({ response_type, nonce: "n", scope: "profile" });
    expect(fragmentOf(response).has("id_token")).toBe(false);
  });

  it("issues a JWT for an API, for its known scopes only", async () => {
    const scope = "openid read:projects delete:everything offline_access";
    const response = await signedIn.authorize({ response_type: "token", audience: api, scope });
    const fragment = fragmentOf(response);
    expect(decodeJwt(fragment.get("access_token") ?? "")).toMatchObject({
      aud: [api, `${tenant.url}/userinfo`],
      azp: "portico-demo",
      scope: "openid read:projects",
    });
    expect(fragment.get("scope")).toBe("openid read:projects");
  });

  it("issues a token nobody can read without an API", async () => {
    const response = await signedIn.authorize({ response_type: "token", scope: "openid" });
    expect(fragmentOf(response).get("access_token")?.split(".")).toHaveLength(5);
  });
});

describe("GET /authorize: refusals the application hears of", () => {
  it.each([
    [{ response_type: "" }, "invalid_request"],
    [{ response_type: "code token" }, "unsupported_response_type"],
    [{ response_mode: "pigeon" }, "invalid_request"],
    [{ code_challenge: "x", code_challenge_method: "plain" }, "invalid_request"],
    [{ code_challenge_method: "S256" }, "invalid_request"],
    [{ max_age: "soon" }, "invalid_request"],
    [{ audience: "https://nowhere.example" }, "access_denied"],
  ])("refuses %j with %s", async (parameters, error) => {
    const response = await signedIn.authorize({ ...parameters, state: "s" });
    const answer = locationOf(response).includes("#") ? fragmentOf(response) : queryOf(response);
    expect(answer.get("error")).toBe(error);
    expect(answer.get("state")).toBe("s");
  });

  it("wants a nonce for an ID token", async () => {
    const response = await signedIn.authorize({ response_type: "id_token" });
    expect(fragmentOf(response).get("error")).toBe("invalid_request");
  });

  it("never puts tokens into a query", async () => {
    const response = await signedIn.authorize({ response_type: "token", response_mode: "query" });
    expect(locationOf(response)).not.toContain("access_token");
    expect(locationOf(response)).toContain("error=invalid_request");
  });

  it("refuses a client that may not use the flow", async () => {
    const lists = { callbacks: [callback], webOrigins: [app], logoutUrls: [] };
    const grantTypes = ["authorization_code"];
    await tenant.seed({ clients: [{ clientId: "code-only", name: "C", ...lists, grantTypes }] });
    const response = await signedIn.authorize({ client_id: "code-only", response_type: "token" });
    expect(fragmentOf(response).get("error")).toBe("unauthorized_client");
  });
});

describe("GET /authorize: refusals that only a page can show", () => {
  it("shows an unknown client and how to add it", async () => {
    const response = await signedIn.authorize({ client_id: "<b>nobody" });
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain("Unknown client: &lt;b&gt;nobody");
    expect(page).toContain("seed");
    expect(page).not.toContain("postMessage");
  });

  it.each([`${callback}/`, `${callback}?x=1`, "http://localhost:3000.evil.example", ""])(
    "never redirects to %j, which is not exactly a callback",
    async (redirect_uri) => {
      const response = await signedIn.authorize({ redirect_uri });
      expect(response.status).toBe(403);
      expect(response.headers.get("location")).toBeNull();
    },
  );

  it("tells a waiting page of an allowed origin", async () => {
    const redirect_uri = `${app}/not-listed`;
    const response = await signedIn.authorize({ ...message, redirect_uri, state: "s" });
    expect(response.status).toBe(403);
    expect(await messageOf(response)).toMatchObject({
      origin: app,
      response: { error: "unauthorized_client", state: "s" },
    });
  });

  it("tells nobody else", async () => {
    const redirect_uri = "https://evil.example/";
    const response = await signedIn.authorize({ ...message, redirect_uri });
    expect((await messageOf(response)).posted).toBe(false);
  });

  it("can leave a waiting page hanging, as production does", async () => {
    const silent = await startTestTenant({ errorPages: "silent" });
    const response = await visit(silent).authorize({ ...message, client_id: "nobody" });
    expect((await messageOf(response)).posted).toBe(false);
    await silent.close();
  });
});

describe("GET /authorize: session", () => {
  it("answers prompt=none without a session with login_required", async () => {
    const answer = await visit(tenant).authorize({ ...message, state: "s" });
    expect((await messageOf(answer)).response).toMatchObject({
      error: "login_required",
      state: "s",
    });
  });

  it("asks for a login without a session, with prompt=login and beyond max_age", async () => {
    const answers = [
      await visit(tenant).authorize({}),
      await signedIn.authorize({ prompt: "login" }),
      await signedIn.authorize({ max_age: "0" }),
    ];
    for (const answer of answers) expect(locationOf(answer)).toMatch(/^\/u\/login\?state=/);
    expect(queryOf(await signedIn.authorize({ max_age: "600" })).has("code")).toBe(true);
  });

  it("keeps a used session alive and ends an idle and an old one", async () => {
    const short = await startTestTenant({ lifetimes: { sessionIdle: 100, sessionAbsolute: 250 } });
    const visitor = visit(short);
    await visitor.signIn();
    const isSignedInAt = async (seconds: number) => {
      short.clock.offset(seconds * 1000);
      return queryOf(await visitor.authorize({ prompt: "none" })).has("code");
    };
    expect(await isSignedInAt(90)).toBe(true);
    expect(await isSignedInAt(180)).toBe(true);
    expect(await isSignedInAt(260)).toBe(false);
    short.clock.offset(0);
    await visitor.signIn();
    expect(await isSignedInAt(101)).toBe(false);
    await short.close();
  });

  it("ends when the tenant is told to end it, for one person only if named", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    tenant.endSessions("someone@example.com");
    expect(queryOf(await visitor.authorize({ prompt: "none" })).has("code")).toBe(true);
    tenant.endSessions("ada@example.com");
    expect(queryOf(await visitor.authorize({ prompt: "none" })).get("error")).toBe(
      "login_required",
    );
    await signedIn.signIn();
  });

  it("is not started by a password at the token endpoint", async () => {
    const visitor = visit(tenant);
    const response = await visitor.postForm("/oauth/token", {
      grant_type: "http://auth0.com/oauth/grant-type/password-realm",
      client_id: "portico-demo",
      realm: "Username-Password-Authentication",
      username: "ada@example.com",
      password: "Analytical-Engine-1843",
    });
    expect((await jsonOf<object>(response)) as object).toHaveProperty("access_token");
    expect(queryOf(await visitor.authorize({ prompt: "none" })).get("error")).toBe(
      "login_required",
    );
  });
});

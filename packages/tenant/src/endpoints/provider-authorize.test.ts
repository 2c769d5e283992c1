import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { answerProvider, follow, openForm, signInByProvider } from "../../test/hosted-steps.js";
import {
  app,
  callback,
  fragmentOf,
  locationOf,
  messageOf,
  queryOf,
  startTestTenant,
  visit,
  type Visitor,
} from "../../test/visitor.js";

const google = "google-oauth2";
const grace = "100000000000000000001";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

/** Signs in and returns the claims of the ID token. */
async function claimsOf(visitor: Visitor, account: string, connection = google) {
  const response = await signInByProvider(visitor, account, {
    connection,
    response_type: "id_token",
    scope: "openid profile email",
    nonce: "n",
  });
  return decodeJwt(fragmentOf(response).get("id_token") ?? "");
}

describe("sign-in by a social or enterprise connection", () => {
  it("goes straight to the provider and comes back with code and state", async () => {
    const visitor = visit(tenant);
    const form = await openForm(visitor, { connection: google });
    expect(form.address).toMatch(/^\/_tenant\/idp\/google-oauth2\/authorize\?state=/);
    const back = await answerProvider(visitor, form, { account: grace });
    expect(locationOf(back)).toMatch(/^\/login\/callback\?state=[^&]+&code=/);
    const response = await follow(visitor, back);
    expect(locationOf(response).startsWith(`${callback}?`)).toBe(true);
    expect(queryOf(response).get("state")).toBe("s");
    expect(queryOf(response).get("code")).toBeTruthy();
    expect(queryOf(await visitor.authorize({ prompt: "none" })).has("code")).toBe(true);
  });

  it("answers a popup by web message", async () => {
    const visitor = visit(tenant);
    const response = await signInByProvider(visitor, grace, { response_mode: "web_message" });
    expect(await messageOf(response)).toMatchObject({
      origin: app,
      response: { code: expect.any(String), state: "s" },
    });
  });

  it("makes a user of the provider's account, with its profile", async () => {
    expect(await claimsOf(visit(tenant), grace)).toMatchObject({
      sub: `google-oauth2|${grace}`,
      email: "grace@example.com",
      email_verified: true,
      name: "Grace Hopper",
      given_name: "Grace",
      family_name: "Hopper",
    });
    const again = await claimsOf(visit(tenant), grace);
    expect(again.sub).toBe(`google-oauth2|${grace}`);
  });

  it("puts an enterprise connection's name into the user's id", async () => {
    const { sub } = await claimsOf(visit(tenant), "katherine", "enterprise");
    expect(sub).toBe("samlp|enterprise|katherine");
  });

  it("takes an account without an e-mail address", async () => {
    const claims = await claimsOf(visit(tenant), "1002", "github");
    expect(claims).toMatchObject({ sub: "github|1002", name: "Konrad Zuse" });
    expect(claims).not.toHaveProperty("email");
  });

  it("never makes one user of two because their addresses are equal", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    const { sub, email } = await claimsOf(visit(tenant), "100000000000000000002");
    expect(email).toBe("ada@example.com");
    expect(sub).toBe("google-oauth2|100000000000000000002");
  });

  it("takes over what the provider tells at the next sign-in", async () => {
    const openAccount = async (profile: Record<string, string>) => {
      const visitor = visit(tenant);
      const form = await openForm(visitor, { connection: google });
      const answer = { answer: "new", email: "Emmy@example.com", ...profile };
      return follow(visitor, await answerProvider(visitor, form, answer));
    };
    await openAccount({ verified: "yes" });
    await openAccount({ name: "Emmy Noether" });
    const { page } = await openForm(visit(tenant), { connection: google });
    expect(page.match(/emmy@example\.com/g)).toHaveLength(1);
    const account = /value="([0-9a-f]{24})"/.exec(page)?.[1] ?? "";
    expect(await claimsOf(visit(tenant), account)).toMatchObject({
      email: "emmy@example.com",
      email_verified: false,
      name: "Emmy Noether",
    });
  });

  it("does not ask again while the session is of that connection, and asks for any other", async () => {
    const visitor = visit(tenant);
    await signInByProvider(visitor, grace);
    expect(queryOf(await visitor.authorize({ connection: google })).has("code")).toBe(true);
    const other = { connection: "github" };
    expect(locationOf(await visitor.authorize(other))).toMatch(/^\/_tenant\/idp\/github\//);
    const silent = await visitor.authorize({ ...other, prompt: "none" });
    expect(queryOf(silent).get("error")).toBe("login_required");
  });

  it("is refused for a connection that is unknown, or not the client's", async () => {
    const visitor = visit(tenant);
    await tenant.seed({
      clients: [
        {
          clientId: "github-only",
          name: "GitHub only",
          callbacks: [callback],
          webOrigins: [app],
          logoutUrls: [],
          connections: ["github"],
        },
      ],
    });
    const unknown = await visitor.authorize({ connection: "nowhere", state: "s" });
    expect(Object.fromEntries(queryOf(unknown))).toEqual({
      error: "invalid_request",
      error_description: "the connection was not found",
      state: "s",
    });
    const closed = await visitor.authorize({ client_id: "github-only", connection: google });
    expect(queryOf(closed).get("error_description")).toBe("the connection is not enabled");
    await visitor.signIn();
    const foreign = await visitor.authorize({ client_id: "github-only", prompt: "none" });
    expect(queryOf(foreign).get("error")).toBe("login_required");
  });

  it("keeps no session for silent requests while development keys are used", async () => {
    await tenant.seed({
      clients: [],
      connections: [
        { name: "twitter", strategy: "twitter", kind: "social", developmentKeys: true },
      ],
    });
    const visitor = visit(tenant);
    const form = await openForm(visitor, { connection: "twitter" });
    const answer = { answer: "new", email: "dev@example.com" };
    await follow(visitor, await answerProvider(visitor, form, answer));
    const silent = await visitor.authorize({ prompt: "none" });
    expect(queryOf(silent).get("error")).toBe("login_required");
    expect(queryOf(await visitor.authorize({})).has("code")).toBe(true);
  });
});

describe("the page that plays a provider", () => {
  it("says that it is a stand-in, may not be framed and runs no script", async () => {
    const { page, policy } = await openForm(visit(tenant), { connection: google });
    expect(page).toContain("A stand-in for development: this page plays Google.");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${app}`);
    expect(policy).not.toContain("script-src");
  });

  it("offers the hinted account first, and an unknown address as a new account", async () => {
    const visitor = visit(tenant);
    const { page } = await openForm(visitor, {
      connection: google,
      login_hint: "ALAN@example.com",
    });
    expect(page).toMatch(/class="choice hinted"[^>]*value="100000000000000000003"/);
    const unknown = await openForm(visitor, {
      connection: google,
      login_hint: "<new>@example.com",
    });
    expect(unknown.page).toContain('value="&lt;new&gt;@example.com"');
    expect(unknown.page).not.toContain("hinted");
  });

  it("tells the application that the reader said no, or that the provider failed", async () => {
    const answers = { deny: "access_denied", error: "invalid_request" };
    for (const [answer, error] of Object.entries(answers)) {
      const visitor = visit(tenant);
      const form = await openForm(visitor, { connection: google });
      const back = await answerProvider(visitor, form, { answer });
      const response = await follow(visitor, back);
      expect(locationOf(response).startsWith(`${callback}?error=${error}`)).toBe(true);
      expect(queryOf(response).get("state")).toBe("s");
      expect((await visitor.request(locationOf(back))).status).toBe(400);
    }
  });

  it("asks again for an address that is none, or an account that is not there", async () => {
    const visitor = visit(tenant);
    const form = await openForm(visitor, { connection: google });
    for (const answer of [
      { answer: "new", email: "nobody" },
      { answer: "new" },
      { account: "katherine" },
      {},
    ]) {
      const response = await answerProvider(visitor, form, answer as Record<string, string>);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('role="alert"');
    }
  });

  it("refuses a form without this browser's CSRF token, or of another site", async () => {
    const visitor = visit(tenant);
    const form = await openForm(visitor, { connection: google });
    expect((await visitor.postForm(form.address, { account: grace })).status).toBe(403);
    const headers = { origin: app };
    const foreign = await visitor.postForm(form.address, { csrf: form.csrf }, headers);
    expect(foreign.status).toBe(403);
  });

  it("plays no other provider than the one that was asked", async () => {
    const visitor = visit(tenant);
    const { address } = await openForm(visitor, { connection: google });
    const other = await visitor.request(address.replace("/google-oauth2/", "/github/"));
    expect(other.status).toBe(400);
    expect((await visitor.request("/_tenant/idp/google-oauth2/authorize")).status).toBe(400);
  });

  it("does not keep a closing tenant waiting for a slow answer", async () => {
    const slow = await startTestTenant();
    const visitor = visit(slow);
    const form = await openForm(visitor, { connection: google });
    const answer = answerProvider(visitor, form, { account: grace, delay: "60" }).then(
      () => "answered",
      () => "closed",
    );
    expect((await visitor.request(form.address)).status).toBe(200);
    await slow.close();
    expect(await answer).toBe("closed");
  });
});

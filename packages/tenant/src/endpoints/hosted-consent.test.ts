import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { follow, openForm } from "../../test/hosted-steps.js";
import {
  api,
  app,
  callback,
  locationOf,
  queryOf,
  startTestTenant,
  testSeed,
  visit,
  type Visitor,
} from "../../test/visitor.js";

const stranger = { client_id: "stranger", scope: "openid profile read:projects", audience: api };

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  const place = { callbacks: [callback], webOrigins: [app], logoutUrls: [], firstParty: false };
  seed.clients.push(
    { ...place, clientId: "stranger", name: "A <Stranger>" },
    { ...place, clientId: "another", name: "Another" },
  );
  seed.apis?.push({ audience: "urn:careful", scopes: ["read:all"], skipConsent: false });
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

async function signedIn(): Promise<Visitor> {
  const visitor = visit(tenant);
  await visitor.signIn();
  return visitor;
}

async function answer(visitor: Visitor, parameters: Record<string, string>, given: string) {
  const { address, csrf } = await openForm(visitor, parameters);
  return follow(visitor, await visitor.postForm(address, { csrf, answer: given }));
}

describe("consent page", () => {
  it("tells what a foreign application asks for, and asks once", async () => {
    const visitor = await signedIn();
    const { address, page, policy } = await openForm(visitor, stranger);
    expect(address).toMatch(/^\/u\/consent\?state=/);
    expect(page).toContain("Allow A &lt;Stranger&gt; access?");
    expect(page).toContain("ada@example.com");
    expect(page).toContain("your name and picture");
    expect(page).toContain("<code>read:projects</code>");
    expect(policy).toContain("frame-ancestors 'none'");
    const response = await answer(visitor, stranger, "allow");
    expect(queryOf(response).get("code")).toBeTruthy();
    expect(queryOf(response).get("state")).toBe("s");
    const silent = await visitor.authorize({ ...stranger, prompt: "none" });
    expect(queryOf(silent).has("code")).toBe(true);
  });

  it("asks again for more, or when the application wants it to", async () => {
    const visitor = await signedIn();
    const wanted = { ...stranger, client_id: "another" };
    await answer(visitor, wanted, "allow");
    const more = { ...wanted, scope: "openid write:projects" };
    const silent = await visitor.authorize({ ...more, prompt: "none" });
    expect(queryOf(silent).get("error")).toBe("consent_required");
    await answer(visitor, more, "allow");
    // What was allowed before still is.
    const both = { ...wanted, scope: "openid profile read:projects write:projects" };
    expect(queryOf(await visitor.authorize({ ...both, prompt: "none" })).has("code")).toBe(true);
    for (const client of [{}, wanted]) {
      const response = await visitor.authorize({ ...client, prompt: "consent" });
      expect(locationOf(response)).toMatch(/^\/u\/consent/);
      const again = await answer(visitor, { ...client, prompt: "consent" }, "allow");
      expect(queryOf(again).has("code")).toBe(true);
    }
  });

  it("tells the application of a no, and of anything that is no yes", async () => {
    for (const given of ["decline", "", "allowed"]) {
      const visitor = await signedIn();
      const refused = await answer(visitor, { ...stranger, scope: "openid email" }, given);
      expect(Object.fromEntries(queryOf(refused))).toEqual({
        error: "access_denied",
        error_description: "User did not authorize the request",
        state: "s",
      });
    }
  });

  it("is shown to our own client only for an API that wants it", async () => {
    const visitor = await signedIn();
    expect(queryOf(await visitor.authorize({ audience: api })).has("code")).toBe(true);
    const careful = { audience: "urn:careful", scope: "read:all" };
    expect(locationOf(await visitor.authorize(careful))).toMatch(/^\/u\/consent/);
    await answer(visitor, careful, "allow");
    expect(queryOf(await visitor.authorize(careful)).has("code")).toBe(true);
  });

  it("is shown to our own client on localhost, where the tenant is asked to do as Auth0 does", async () => {
    const strict = await startTestTenant({ loopbackConsent: true });
    const visitor = visit(strict);
    const silent = { prompt: "none", scope: "openid" };
    const ticket = (await (await visitor.coAuthenticate()).json()) as { login_ticket: string };
    const first = await visitor.authorize({ login_ticket: ticket.login_ticket, scope: "openid" });
    expect(locationOf(first)).toMatch(/^\/u\/consent/);
    expect(queryOf(await visitor.authorize(silent)).get("error")).toBe("consent_required");
    await strict.close();
  });

  it("belongs to the browser that signed in, and to one request", async () => {
    const phone = { ...stranger, scope: "openid phone" };
    const visitor = await signedIn();
    const { address } = await openForm(visitor, phone);
    const thief = await signedIn();
    const own = await openForm(thief, phone);
    const allow = { csrf: own.csrf, answer: "allow" };
    expect((await thief.request(address)).status).toBe(400);
    expect((await thief.postForm(address, allow)).status).toBe(400);
    expect((await thief.postForm("/u/consent", allow)).status).toBe(400);
    expect((await visitor.postForm(address, { answer: "allow" })).status).toBe(403);
    expect((await visitor.postForm(address, allow, { origin: app })).status).toBe(403);
    const silent = await visitor.authorize({ ...phone, prompt: "none" });
    expect(queryOf(silent).get("error")).toBe("consent_required");
  });

  it("says so when its time is over", async () => {
    const visitor = await signedIn();
    const { address } = await openForm(visitor, { ...stranger, scope: "openid address" });
    tenant.clock.offset(3_601_000);
    const response = await visitor.request(address);
    tenant.clock.offset(0);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("expired");
  });
});

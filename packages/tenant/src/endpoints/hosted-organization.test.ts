import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { openForm, signInByProvider, submitPassword } from "../../test/hosted-steps.js";
import {
  ada,
  app,
  callback,
  fragmentOf,
  locationOf,
  queryOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

const society = "analytical-society";
const business = { client_id: "business" };
const grace = "100000000000000000001";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  const place = { callbacks: [callback], webOrigins: [app], logoutUrls: [] };
  seed.clients.push(
    { ...place, clientId: "business", name: "Business", organizationUsage: "require" },
    { ...place, clientId: "private", name: "Private", organizationUsage: "deny" },
  );
  seed.organizations?.push(
    { name: "guild", displayName: "The <Guild>", members: [ada.username], id: "org_guild" },
    { name: "googlers", connections: ["google-oauth2"], members: [ada.username] },
  );
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

const errorOf = (response: Response) => Object.fromEntries(queryOf(response));

describe("/authorize with an organization", () => {
  it("signs a member in, and tells id and lower-case name", async () => {
    const visitor = visit(tenant);
    const form = await openForm(visitor, {
      organization: "Analytical-Society",
      response_type: "id_token",
      scope: "openid",
      nonce: "n",
    });
    expect(form.page).toContain("to continue to Atrium (Analytical Society)");
    const response = await submitPassword(visitor, form, ada);
    expect(decodeJwt(fragmentOf(response).get("id_token") ?? "")).toMatchObject({
      org_id: expect.stringMatching(/^org_/),
      org_name: society,
    });
  });

  it("refuses who is no member", async () => {
    const visitor = visit(tenant);
    const form = await openForm(visitor, { organization: "observatory" });
    const response = await submitPassword(visitor, form, ada);
    expect(errorOf(response)).toMatchObject({
      error: "access_denied",
      error_description: expect.stringMatching(
        /^user auth0\|\w+ is not part of the org_\w+ organization$/,
      ),
    });
  });

  it("refuses an organization that is unknown, or not the client's to ask for", async () => {
    const unknown = await visit(tenant).authorize({ organization: "nowhere", state: "s" });
    expect(errorOf(unknown)).toEqual({
      error: "invalid_request",
      error_description: "parameter organization is invalid: nowhere",
      state: "s",
    });
    const denied = await visit(tenant).authorize({ client_id: "private", organization: society });
    expect(errorOf(denied)).toMatchObject({
      error: "invalid_request",
      error_description: "parameter organization is not allowed for this client",
    });
  });

  it("offers only the organization's connections, and takes no other session", async () => {
    const { page } = await openForm(visit(tenant), { organization: "googlers" });
    expect(page).toContain("Continue with Google");
    expect(page).not.toContain("GitHub");
    expect(page).not.toContain('type="password"');
    const visitor = visit(tenant);
    await visitor.signIn();
    const asked = await visitor.authorize({ organization: "googlers" });
    expect(locationOf(asked)).toMatch(/^\/u\/login/);
    const silent = await visitor.authorize({ organization: "googlers", prompt: "none" });
    expect(errorOf(silent)["error"]).toBe("login_required");
    const named = await visitor.authorize({ organization: "googlers", connection: realm });
    expect(errorOf(named)["error_description"]).toBe("the connection is not enabled");
  });

  it("decides again for a session that was used for another organization", async () => {
    const visitor = visit(tenant);
    await submitPassword(visitor, await openForm(visitor, { organization: society }), ada);
    const another = await visitor.authorize({ organization: "guild", prompt: "none" });
    expect(queryOf(another).has("code")).toBe(true);
    const foreign = await visitor.authorize({ organization: "observatory", prompt: "none" });
    expect(errorOf(foreign)["error"]).toBe("access_denied");
  });
});

describe("organization page", () => {
  it("asks a member which one, for a client that needs one", async () => {
    const visitor = visit(tenant);
    const form = await openForm(visitor, business);
    await submitPassword(visitor, form, ada);
    const choice = await openForm(visitor, { ...business, response_mode: "fragment" });
    expect(choice.address).toMatch(/^\/u\/organization\?state=/);
    expect(choice.page).toContain("Analytical Society");
    expect(choice.page).toContain("The &lt;Guild&gt;");
    // Hers, but not by a password.
    expect(choice.page).not.toContain("googlers");
    expect(choice.page).not.toContain("Royal Observatory");
    expect(choice.policy).toContain("frame-ancestors 'none'");
    const chosen = { csrf: choice.csrf, organization: "org_guild" };
    const resumed = await visitor.postForm(choice.address, chosen);
    const response = await visitor.request(locationOf(resumed));
    expect(fragmentOf(response).get("code")).toBeTruthy();
  });

  it("lets nobody choose what is not theirs", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    const { address, csrf } = await openForm(visitor, business);
    const foreign = /value="(org_\w+)"/.exec((await openForm(visitor, business)).page)?.[1] ?? "";
    expect(foreign).toMatch(/^org_/);
    for (const organization of ["observatory", "googlers", ""]) {
      const response = await visitor.postForm(address, { csrf, organization });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('role="alert"');
    }
    expect((await visitor.postForm(address, { organization: foreign })).status).toBe(403);
  });

  it("belongs to the browser that signed in", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    const { address } = await openForm(visitor, business);
    const thief = visit(tenant);
    expect((await thief.request(address)).status).toBe(400);
    await thief.signIn();
    const own = await openForm(thief, business);
    expect((await thief.request(address)).status).toBe(400);
    const form = { csrf: own.csrf, organization: "org_guild" };
    expect((await thief.postForm(address, form)).status).toBe(400);
  });

  it("is not shown to who belongs to none, or in silence", async () => {
    const visitor = visit(tenant);
    const response = await signInByProvider(visitor, grace, business);
    expect(errorOf(response)).toMatchObject({
      error: "access_denied",
      error_description:
        "client requires organization membership, but user does not belong to any organization",
    });
    await visitor.signIn();
    const silent = await visitor.authorize({ ...business, prompt: "none" });
    expect(errorOf(silent)["error"]).toBe("interaction_required");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  answerProvider,
  follow,
  openForm,
  readForm,
  submitPassword,
} from "../../test/hosted-steps.js";
import {
  ada,
  app,
  callback,
  locationOf,
  queryOf,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

const password = "Difference-Engine-1822";
const invited = (email: string) => ({ email, clientId: "portico-demo", inviter: "Grace" });

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  seed.clients.push({
    clientId: "with-page",
    name: "With a page",
    callbacks: [callback],
    webOrigins: [app],
    logoutUrls: [],
    initiateLoginUri: `${app}/join?from=mail`,
  });
  seed.organizations?.push(
    {
      name: "guild",
      displayName: "The Guild",
      invitations: [
        invited("new@example.com"),
        invited("Ada@example.com"),
        invited("emmy@example.com"),
        invited("late@example.com"),
        invited("wrong@example.com"),
        { email: "page@example.com", clientId: "with-page" },
      ],
    },
    { name: "empty", displayName: "Empty" },
  );
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

/** What the link of an invitation leads the application to ask for. */
async function invitationTo(email: string) {
  const link = tenant.inbox.list({ to: email, kind: "invite" })[0]?.url ?? "";
  const page = await (await visit(tenant).request(link)).text();
  const address = /id="go" href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const { origin, searchParams } = new URL(address);
  expect(origin).toBe(app);
  expect(searchParams.get("organization_name")).toBe("guild");
  const invitation = searchParams.get("invitation") ?? "";
  return { link, invitation, organization: searchParams.get("organization") ?? "" };
}

const errorOf = (response: Response) => Object.fromEntries(queryOf(response));

const notFound = {
  error: "invalid_request",
  error_description: "invitation not found or already used",
};

describe("invitation", () => {
  it("leads to the application's own page for it", async () => {
    const link = tenant.inbox.list({ to: "page@example.com" })[0]?.url ?? "";
    const address = new URL(locationOf(await visit(tenant).request(link)));
    expect(address.href.startsWith(`${app}/join?from=mail&invitation=`)).toBe(true);
    expect(address.searchParams.get("organization")).toMatch(/^org_/);
  });

  it("says so when it is open no more", async () => {
    const response = await visit(tenant).request("/u/invitation?ticket=none");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("This invitation has expired or was already used.");
  });

  it("lets somebody new sign up with the invited address and no other", async () => {
    const { link, ...parameters } = await invitationTo("new@example.com");
    const visitor = visit(tenant);
    const { address, page, csrf } = await openForm(visitor, { ...parameters, scope: "openid" });
    expect(address).toMatch(/^\/u\/signup/);
    expect(page).toContain("Grace invites you to The Guild");
    expect(page).toMatch(/value="new@example.com"[^>]*readonly/);
    const form = { csrf, email: "other@example.com", password };
    const response = await follow(visitor, await visitor.postForm(address, form));
    expect(queryOf(response).get("code")).toBeTruthy();
    const login = { username: "new@example.com", password };
    const organization = "guild";
    const later = visit(tenant);
    const again = await submitPassword(later, await openForm(later, { organization }), login);
    expect(queryOf(again).get("code")).toBeTruthy();
    expect((await visit(tenant).request(link)).status).toBe(400);
    expect(errorOf(await visit(tenant).authorize(parameters))).toEqual(notFound);
  });

  it("lets who has an account sign in, by the session too", async () => {
    const { link: _link, ...parameters } = await invitationTo("ada@example.com");
    const visitor = visit(tenant);
    const form = await openForm(visitor, parameters);
    expect(form.address).toMatch(/^\/u\/login/);
    expect(form.page).toMatch(/value="ada@example.com"[^>]*readonly/);
    await visitor.signIn();
    const response = await visitor.authorize({ ...parameters, prompt: "none" });
    expect(queryOf(response).get("code")).toBeTruthy();
    const member = await visitor.authorize({ organization: "guild", prompt: "none" });
    expect(queryOf(member).get("code")).toBeTruthy();
  });

  it("takes a provider's account with the invited address, and verifies it", async () => {
    const { link: _link, ...parameters } = await invitationTo("emmy@example.com");
    const visitor = visit(tenant);
    const { address, csrf } = await openForm(visitor, parameters);
    const target = address.replace(/\/u\/\w+/, "/u/connection");
    const pressed = await visitor.postForm(target, { csrf, connection: "google-oauth2" });
    const provider = await readForm(visitor, pressed);
    expect(provider.page).toContain('value="emmy@example.com"');
    const answer = { answer: "new", email: "emmy@example.com" };
    const response = await follow(visitor, await answerProvider(visitor, provider, answer));
    expect(queryOf(response).get("code")).toBeTruthy();
    const silent = await visitor.authorize({
      response_type: "id_token",
      nonce: "n",
      scope: "openid email",
      prompt: "none",
    });
    const [, claims = ""] = /id_token=[^.]+\.([^.]+)/.exec(locationOf(silent)) ?? [];
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      email: "emmy@example.com",
      email_verified: true,
    });
  });

  it("is no use to anybody else", async () => {
    const { link: _link, ...parameters } = await invitationTo("wrong@example.com");
    const visitor = visit(tenant);
    await visitor.signIn();
    expect(locationOf(await visitor.authorize(parameters))).toMatch(/^\/u\/signup/);
    const silent = await visitor.authorize({ ...parameters, prompt: "none" });
    expect(errorOf(silent)["error"]).toBe("login_required");
    const { address, csrf } = await openForm(visitor, parameters);
    const typed = await visitor.postForm(address.replace("signup", "login"), { csrf, ...ada });
    // Whatever name is typed, it is the invited one whose password is asked for.
    expect(typed.status).toBe(400);
    const login = await openForm(visitor, { ...parameters, connection: "google-oauth2" });
    const answer = { account: "100000000000000000002" };
    const other = await follow(visitor, await answerProvider(visitor, login, answer));
    expect(errorOf(other)).toMatchObject({
      error: "access_denied",
      error_description: "the specified account is not allowed to accept the current invitation",
    });
    const member = await visitor.authorize({
      organization: "guild",
      connection: "google-oauth2",
      prompt: "none",
    });
    expect(errorOf(member)["error"]).toBe("access_denied");
  });

  it("belongs to its organization, its client and its time", async () => {
    const { link: _link, ...parameters } = await invitationTo("late@example.com");
    const { invitation } = parameters;
    const other = await visit(tenant).authorize({ ...parameters, organization: "empty" });
    expect(errorOf(other)).toEqual(notFound);
    const client = await visit(tenant).authorize({ ...parameters, client_id: "with-page" });
    expect(errorOf(client)).toEqual(notFound);
    const alone = await visit(tenant).authorize({ invitation });
    expect(errorOf(alone)["error_description"]).toBe("parameter organization is required");
    tenant.clock.offset(7 * 86_400_000 + 1);
    const late = await visit(tenant).authorize(parameters);
    tenant.clock.offset(0);
    expect(errorOf(late)).toEqual(notFound);
  });
});

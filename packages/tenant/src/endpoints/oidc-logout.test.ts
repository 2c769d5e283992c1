import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  api,
  app,
  clientId,
  locationOf,
  queryOf,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = { ...testSeed(), logoutUrls: ["http://localhost:3000/tenant-wide"] };
  const [client] = seed.clients;
  if (client) seed.clients.push({ ...client, clientId: "other", logoutUrls: [] });
  // An API that is named like a client.
  seed.apis?.push({ audience: "other", scopes: ["profile"] });
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

async function signedIn() {
  const visitor = visit(tenant);
  const { id_token = "", access_token } = await visitor.exchange({ audience: api });
  const isSignedIn = async () => queryOf(await visitor.authorize({ prompt: "none" })).has("code");
  const logOut = (parameters: Record<string, string>) =>
    visitor.request(`/oidc/logout?${new URLSearchParams(parameters)}`);
  return { ...visitor, idToken: id_token, accessToken: access_token, isSignedIn, logOut };
}

async function formOf(response: Response): Promise<Record<string, string>> {
  const page = await response.text();
  const fields = page.matchAll(/<input type="hidden" name="(.*?)" value="(.*?)"/g);
  return Object.fromEntries([...fields].map(([, name = "", value = ""]) => [name, value]));
}

describe("GET /oidc/logout", () => {
  it("ends the session of the ID token and returns with the state", async () => {
    const visitor = await signedIn();
    const response = await visitor.logOut({
      id_token_hint: visitor.idToken,
      post_logout_redirect_uri: app,
      state: "s&1",
    });
    expect(response.status).toBe(302);
    expect(new URL(locationOf(response)).origin).toBe(app);
    expect(queryOf(response).get("state")).toBe("s&1");
    expect(await visitor.isSignedIn()).toBe(false);
  });

  it("returns to exactly the address that was asked for", async () => {
    const visitor = await signedIn();
    const hint = { id_token_hint: visitor.idToken, client_id: clientId };
    const response = await visitor.logOut({ ...hint, post_logout_redirect_uri: app });
    expect(locationOf(response)).toBe(app);
  });

  it("leaves nothing that the old cookie would open", async () => {
    const visitor = await signedIn();
    const kept = new Map(visitor.cookies);
    await visitor.logOut({ id_token_hint: visitor.idToken });
    for (const [name, value] of kept) visitor.cookies.set(name, value);
    expect(await visitor.isSignedIn()).toBe(false);
  });

  it("accepts an ID token that has expired", async () => {
    const visitor = await signedIn();
    const { exp = 0, iat = 0 } = decodeJwt(visitor.idToken);
    tenant.clock.offset((exp - iat + 1) * 1000);
    const response = await visitor.logOut({ id_token_hint: visitor.idToken });
    tenant.clock.offset(0);
    expect(response.status).toBe(200);
    expect(await visitor.isSignedIn()).toBe(false);
  });

  it("takes the session ID in place of the ID token", async () => {
    const visitor = await signedIn();
    const { sid } = decodeJwt<{ sid: string }>(visitor.idToken);
    const response = await visitor.logOut({ logout_hint: sid, client_id: clientId });
    // Auth0 goes to the client's first address when none is asked for.
    expect(locationOf(response)).toBe(app);
    expect(await visitor.isSignedIn()).toBe(false);
  });

  it("returns at once where there is no session", async () => {
    const parameters = { client_id: clientId, post_logout_redirect_uri: app };
    const response = await visit(tenant).request(`/oidc/logout?${new URLSearchParams(parameters)}`);
    expect(locationOf(response)).toBe(app);
  });

  it("holds the tenant's list against a request that names no client", async () => {
    const visitor = await signedIn();
    const tenantWide = { post_logout_redirect_uri: `${app}/tenant-wide` };
    expect((await visitor.logOut(tenantWide)).status).toBe(200);
    expect((await visitor.logOut({ ...tenantWide, client_id: clientId })).status).toBe(400);
    expect((await visitor.logOut({ post_logout_redirect_uri: app })).status).toBe(400);
  });

  it("never redirects elsewhere and then leaves the session alone", async () => {
    const visitor = await signedIn();
    for (const target of ["https://evil.example", `${app}/other`, "javascript:alert(1)"]) {
      const response = await visitor.logOut({
        id_token_hint: visitor.idToken,
        post_logout_redirect_uri: target,
      });
      expect(response.status).toBe(400);
      expect(response.headers.get("location")).toBeNull();
      expect(response.headers.get("content-type")).toContain("text/html");
    }
    expect(await visitor.isSignedIn()).toBe(true);
  });

  it("refuses hints that are forged, of the wrong kind, or contradict each other", async () => {
    const visitor = await signedIn();
    const { idToken, accessToken } = visitor;
    const [header, payload] = idToken.split(".");
    const forApi = await visit(tenant).exchange({ audience: "other", scope: "profile" });
    const refused: Record<string, string>[] = [
      { id_token_hint: "no-token" },
      { id_token_hint: `${header}.${payload}.${"A".repeat(342)}` },
      { id_token_hint: accessToken },
      { id_token_hint: forApi.access_token },
      { id_token_hint: idToken, client_id: "other" },
      { id_token_hint: idToken, logout_hint: "another-session" },
      { client_id: "unknown" },
    ];
    for (const parameters of refused) {
      expect((await visitor.logOut(parameters)).status).toBe(400);
    }
    expect(await visitor.isSignedIn()).toBe(true);
  });
});

describe("the question whether to log out", () => {
  it("is asked when nothing proves whose session is meant", async () => {
    const visitor = await signedIn();
    const { idToken: earlier } = visitor;
    await visitor.signIn();
    const unproven: Record<string, string>[] = [
      {},
      { client_id: clientId },
      { logout_hint: "another-session" },
      { id_token_hint: earlier },
    ];
    for (const parameters of unproven) {
      const response = await visitor.logOut(parameters);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(await response.text()).toContain("Sign out?");
    }
    expect(await visitor.isSignedIn()).toBe(true);
  });

  it("is asked in the language that the request prefers", async () => {
    const visitor = await signedIn();
    for (const [locales, lang, question] of [
      ["pt de-AT en", "de", "Abmelden?"],
      ["fr", "fr", "Se déconnecter ?"],
      ["es", "es", "¿Cerrar la sesión?"],
    ]) {
      const response = await visitor.logOut({ client_id: clientId, ui_locales: locales ?? "" });
      const page = await response.text();
      expect(page).toContain(`<html lang="${lang}">`);
      expect(page).toContain(question);
    }
  });

  it("is answered by its form, which keeps the request", async () => {
    const visitor = await signedIn();
    const asked = { client_id: clientId, post_logout_redirect_uri: app, state: '"><b>' };
    const form = await formOf(await visitor.logOut(asked));
    expect(form).toMatchObject({ ...asked, state: "&quot;&gt;&lt;b&gt;" });
    const response = await visitor.postForm("/oidc/logout", { ...form, state: "s" });
    expect(response.status).toBe(302);
    expect(queryOf(response).get("state")).toBe("s");
    expect(await visitor.isSignedIn()).toBe(false);
  });

  it("is asked again by a form that this browser did not get", async () => {
    const visitor = await signedIn();
    const response = await visitor.postForm("/oidc/logout", { client_id: clientId, csrf: "guess" });
    expect(await response.text()).toContain("Sign out?");
    expect(await visitor.isSignedIn()).toBe(true);
  });
});

describe("POST /oidc/logout", () => {
  it("takes the same parameters as a form", async () => {
    const visitor = await signedIn();
    const response = await visitor.postForm("/oidc/logout", {
      id_token_hint: visitor.idToken,
      post_logout_redirect_uri: app,
    });
    expect(locationOf(response)).toBe(app);
    expect(await visitor.isSignedIn()).toBe(false);
  });
});

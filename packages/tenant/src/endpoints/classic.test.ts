import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  app,
  callback,
  clientId,
  jsonOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
let legacy: RunningTenant;

beforeAll(async () => {
  // Any file will do: what these tests prove is the protocol, not auth0-js.
  tenant = await startTestTenant({ classicPage: import.meta.filename });
  const seed = testSeed();
  const place = { callbacks: [callback], webOrigins: [app], logoutUrls: [] };
  seed.clients.push(
    { ...place, clientId: "members", name: "Members", organizationUsage: "require" },
    {
      ...place,
      clientId: "native",
      name: "Native",
      callbacks: ["com.example.app:/callback"],
    },
    { ...place, clientId: "modest", name: "Modest", grantTypes: ["authorization_code"] },
    {
      ...place,
      clientId: "server",
      name: "Server",
      tokenEndpointAuthMethod: "client_secret_post",
      clientSecret: "s3cret",
    },
  );
  legacy = await startTestTenant({
    seed,
    legacyEndpoints: true,
    onLogin: ({ client }) => (client.clientId === "server" ? { deny: "Not there." } : undefined),
  });
});
afterAll(() => Promise.all([tenant.close(), legacy.close()]));

const optionsOf = (page: string) =>
  JSON.parse(/WebAuth\((\{.*?\})\);/s.exec(page)?.[1] ?? "{}") as Record<string, string>;

/** Opens the classic page and returns the visitor with what the page was given. */
async function openClassicPage() {
  const visitor = visit(tenant);
  const response = await visitor.authorize({ state: "app-state" });
  const page = await visitor.request(response.headers.get("location") ?? "");
  expect(page.status).toBe(200);
  const options = optionsOf(await page.text());
  const submit = (changes: object = {}) =>
    visitor.postJson(
      "/usernamepassword/login",
      {
        client_id: clientId,
        connection: realm,
        state: options["state"],
        _csrf: options["_csrf"],
        ...ada,
        ...changes,
      },
      { origin: tenant.url },
    );
  return { visitor, submit };
}

const hiddenFields = (form: string) =>
  Object.fromEntries(
    [...form.matchAll(/name="(w\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"'),
    ]),
  );

it("signs in on the classic page: a form that the page posts, then the application's callback", async () => {
  const { visitor, submit } = await openClassicPage();
  const answer = await submit();
  expect(answer.headers.get("content-type")).toContain("text/html");
  const form = await answer.text();
  expect(form).toMatch(/^<form method="post"[^>]* action="\/login\/callback"/);
  const posted = await visitor.postForm("/login/callback", hiddenFields(form));
  const resumed = await visitor.request(posted.headers.get("location") ?? "");
  expect(resumed.headers.get("location")).toMatch(
    /^http:\/\/localhost:3000\/callback\?code=[^&]+&state=app-state$/,
  );
  const replay = await visitor.postForm("/login/callback", hiddenFields(form));
  expect(replay.status).toBe(400);
});

it("signs nobody in who brings the form of another browser", async () => {
  const { submit } = await openClassicPage();
  const form = await (await submit()).text();
  const other = await openClassicPage();
  const posted = await other.visitor.postForm("/login/callback", hiddenFields(form));
  expect(posted.status).toBe(400);
});

it.each([
  ["a wrong password", { password: "wrong" }, 401, "invalid_user_password"],
  ["nobody", { username: "nobody@example.com" }, 401, "invalid_user_password"],
  ["a blocked user", { username: "blocked@example.com" }, 403, "blocked_user"],
  ["a leaked password", { password: "leaked" }, 401, "password_leaked"],
  ["another state", { state: "x" }, 400, "invalid_request"],
  ["another client", { client_id: "x" }, 400, "invalid_request"],
  ["another token of the page", { _csrf: "x" }, 403, "invalid_csrf"],
  ["an unknown connection", { connection: "x" }, 400, "invalid_request"],
] as const)("refuses %s on the classic page", async (_what, changes, status, code) => {
  const { submit } = await openClassicPage();
  const response = await submit(changes);
  expect([response.status, await response.json()]).toMatchObject([
    status,
    { code, statusCode: status },
  ]);
});

it("shows no classic page unless it was asked for", async () => {
  const response = await visit(legacy).request("/login?state=x");
  expect(response.status).toBe(404);
  expect((await visit(legacy).request("/u/auth0.js")).status).toBe(404);
});

it("tells the session's last sign-in, to pages that may know", async () => {
  const visitor = visit(legacy);
  const ask = () => visitor.request("/user/ssodata", { headers: { origin: app } });
  expect(await (await ask()).json()).toEqual({ sso: false });
  await visitor.signIn();
  const response = await ask();
  expect(response.headers.get("access-control-allow-credentials")).toBe("true");
  expect(await response.json()).toMatchObject({
    sso: true,
    sessionClients: [clientId],
    lastUsedClientID: clientId,
    lastUsedUsername: ada.username,
    lastUsedConnection: { name: realm, strategy: "auth0" },
  });
  const stranger = await visitor.request("/user/ssodata", {
    headers: { origin: "https://evil.example" },
  });
  expect(stranger.status).toBe(403);
});

it("says which country a reader is in", async () => {
  const response = await visit(tenant).request("/user/geoloc/country", {
    headers: { origin: app },
  });
  expect(await response.json()).toMatchObject({ countryCode: "US", ipAddress: "127.0.0.1" });
});

it.each(["/oauth/ro", "/delegation", "/tokeninfo"])(
  "has %s off, as new tenants do",
  async (path) => {
    const response = await visit(tenant).postJson(path, { client_id: clientId }, { origin: app });
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { error: "endpoint_disabled", code: "endpoint_disabled", statusCode: 404 },
    ]);
  },
);

const resourceOwner = (changes: object = {}) =>
  visit(legacy).postJson(
    "/oauth/ro",
    {
      client_id: clientId,
      connection: realm,
      grant_type: "password",
      scope: "openid",
      ...ada,
      ...changes,
    },
    { origin: app },
  );

it("serves /oauth/ro and /delegation to whoever asks for them", async () => {
  const tokens = await jsonOf<{ id_token: string }>(await resourceOwner());
  const delegate = (body: object) =>
    visit(legacy).postJson("/delegation", { client_id: clientId, ...body }, { origin: app });
  const response = await delegate({ id_token: tokens.id_token, scope: "openid profile" });
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { token_type: "Bearer", expires_in: 36_000 },
  ]);
  expect((await delegate({ id_token: "x" })).status).toBe(401);
  expect((await delegate({ refresh_token: "x" })).status).toBe(401);
  expect((await delegate({ id_token: tokens.id_token, target: "nobody" })).status).toBe(401);
});

it.each([
  ["for members of an organization only", { target: "members" }, [403, "access_denied"]],
  ["that the login hook keeps closed", { target: "server" }, [403, "unauthorized"]],
  ["from a client that does not prove itself", { client_id: "server" }, [401, "access_denied"]],
])("delegates to no application %s", async (_what, changes, refusal) => {
  const { id_token } = await jsonOf<{ id_token: string }>(await resourceOwner());
  const body = { client_id: clientId, id_token, ...changes };
  const response = await visit(legacy).postJson("/delegation", body, { origin: app });
  const { error } = await jsonOf<{ error?: string }>(response);
  expect([response.status, error]).toEqual(refusal);
});

it.each([
  ["a client without the password grant", { client_id: "modest" }, 403],
  ["a wrong password", { password: "x" }, 403],
  ["no connection", { connection: "" }, 400],
  ["an unknown connection", { connection: "x" }, 400],
  ["an unknown client", { client_id: "x" }, 401],
])("refuses %s at /oauth/ro", async (_what, changes, status) => {
  expect((await resourceOwner(changes)).status).toBe(status);
});

it("answers owp=true with a page that tells allowed openers only", async () => {
  const visitor = visit(legacy);
  await visitor.signIn();
  const response = await visitor.authorize({ owp: "true", state: "s" });
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).toContain(JSON.stringify([new URL(callback).origin, app]));
  expect(page).toMatch(/\\"a\\":\\"response\\".*\\"code\\":\\"[\w-]+\\".*\\"state\\":\\"s\\"/);
  const refused = await visitor.authorize({ owp: "true", audience: "https://no.example" });
  expect(await refused.text()).toMatch(/\\"a\\":\\"error\\".*access_denied/);
});

it("tells no page without an origin when an application has a scheme of its own", async () => {
  const visitor = visit(legacy);
  await visitor.signIn();
  const response = await visitor.authorize({
    client_id: "native",
    redirect_uri: "com.example.app:/callback",
    owp: "true",
  });
  const page = await response.text();
  expect(page).toContain(`const origins = ${JSON.stringify([app])};`);
  expect(page).toContain("code");
});

it("serves the relay page with the origins it relays to", async () => {
  const response = await visit(legacy).request("/relay.html");
  expect(await response.text()).toContain(JSON.stringify([app]));
});

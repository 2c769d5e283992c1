import { createHmac, createPublicKey, type JsonWebKey } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ada,
  api,
  app,
  callback,
  clientId,
  jsonOf,
  locationOf,
  newPkce,
  queryOf,
  realm,
  realmType,
  startTestTenant,
  testSeed,
  visit,
  type TokenBody,
} from "../test/visitor.js";
import type { RunningTenant } from "./index.js";

// What an attacker, or a confused client, may try; each row is refused with the right error.

const other = { clientId: "another", callback: "https://another.example/callback" };
const confidential = { clientId: "server", secret: "a-secret-of-the-server" };

let tenant: RunningTenant;

beforeAll(async () => {
  const seed = testSeed();
  const [first] = seed.clients;
  if (!first) throw new Error("The sample seed has no client.");
  seed.clients.push(
    {
      ...first,
      clientId: other.clientId,
      name: "Another",
      callbacks: [other.callback, callback],
      webOrigins: [app, "https://another.example"],
      logoutUrls: ["https://another.example/bye"],
    },
    {
      clientId: confidential.clientId,
      name: "Server",
      callbacks: [callback],
      webOrigins: [],
      logoutUrls: [],
      grantTypes: ["authorization_code", "client_credentials"],
      tokenEndpointAuthMethod: "client_secret_basic",
      clientSecret: confidential.secret,
      apiGrants: [{ audience: api, scopes: ["read:projects"] }],
    },
    { ...first, clientId: "modest", name: "Modest", grantTypes: ["authorization_code"] },
    { ...first, clientId: "aloof", name: "Aloof", crossOriginLogin: false },
    { ...first, clientId: "foreign", name: "Foreign", firstParty: false },
    {
      ...first,
      clientId: "guarded",
      name: "Guarded",
      connections: ["email"],
    },
  );
  for (const name of ["grace", "mallory"]) {
    seed.users?.push({ email: `${name}@example.com`, password: ada.password });
  }
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

/** Status and error of a refusal, wherever it stands: JSON, redirect or page. */
async function refusalOf(response: Response): Promise<string> {
  const location = response.headers.get("location");
  if (location !== null) {
    const url = new URL(location, tenant.url);
    const members = new URLSearchParams(url.hash.slice(1) || url.search);
    return `${url.origin === tenant.url ? url.pathname : "callback"} ${members.get("error") ?? "no error"}`;
  }
  const text = await response.text();
  if ((response.headers.get("content-type") ?? "").startsWith("application/json")) {
    const body = JSON.parse(text) as Record<string, string | undefined>;
    return `${response.status} ${body["errorCode"] ?? body["error"] ?? body["code"] ?? "no error"}`;
  }
  const [, error = text.slice(0, 80)] = /data-error="([^"]+)"/.exec(text) ?? [];
  return `${response.status} ${error}`;
}

type Attack = () => Promise<Response>;

function refuses(rows: readonly (readonly [string, Attack, string])[]): void {
  it.each(rows)("%s", async (_name, attack, refusal) => {
    expect(await refusalOf(await attack())).toBe(refusal);
  });
}

/** A code for the demo's client, and the verifier that goes with it. */
async function newCode(parameters: Record<string, string> = {}) {
  const { verifier, challenge } = newPkce();
  const visitor = visit(tenant);
  await visitor.signIn();
  const response = await visitor.authorize({
    code_challenge: challenge,
    code_challenge_method: "S256",
    scope: "openid offline_access",
    ...parameters,
  });
  return { visitor, verifier, code: queryOf(response).get("code") ?? "" };
}

const newTicket = async (changes: Record<string, unknown> = {}) => {
  const visitor = visit(tenant);
  const body = await jsonOf<{ login_ticket: string }>(await visitor.coAuthenticate(changes));
  return { visitor, ticket: body.login_ticket };
};

const token = (body: Record<string, string>, headers: Record<string, string> = {}) =>
  visit(tenant).postForm("/oauth/token", body, headers);

/** The same claims under another algorithm, with the right `kid`. */
function resigned(jwt: string, alg: string, sign: (text: string) => string): string {
  const [head = "", claims = ""] = jwt.split(".");
  const header = JSON.parse(Buffer.from(head, "base64url").toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...header, alg })).toString("base64url");
  return `${forged}.${claims}.${sign(`${forged}.${claims}`)}`;
}

/** PEM. */
async function publicKeyOf({ url }: { url: string }): Promise<string> {
  const { keys } = await jsonOf<{ keys: JsonWebKey[] }>(
    await visit({ url }).request("/.well-known/jwks.json"),
  );
  const [key] = keys;
  if (!key) throw new Error("The tenant shows no key.");
  return createPublicKey({ key, format: "jwk" }).export({ type: "spki", format: "pem" }).toString();
}

const authorize = (parameters: Record<string, string>) => visit(tenant).authorize(parameters);

describe("an authorization code", () => {
  const exchange = (changes: (code: string, verifier: string) => Record<string, string>) =>
    newCode().then(({ visitor, code, verifier }) =>
      visitor.exchangeCode(code, verifier, changes(code, verifier)),
    );

  refuses([
    [
      "is spent once",
      async () => {
        const { visitor, code, verifier } = await newCode();
        await visitor.exchangeCode(code, verifier);
        return visitor.exchangeCode(code, verifier);
      },
      "403 invalid_grant",
    ],
    [
      "takes what it led to down with it when it is replayed",
      async () => {
        const { visitor, code, verifier } = await newCode();
        const tokens = await jsonOf<TokenBody>(await visitor.exchangeCode(code, verifier));
        await visitor.exchangeCode(code, verifier);
        return visitor.refresh(tokens.refresh_token ?? "");
      },
      "403 invalid_grant",
    ],
    ["needs its verifier", () => exchange(() => ({ code_verifier: "" })), "403 invalid_grant"],
    [
      "needs the right verifier",
      () => exchange(() => ({ code_verifier: newPkce().verifier })),
      "403 invalid_grant",
    ],
    [
      "does not take the challenge as verifier",
      async () => {
        const { challenge } = newPkce();
        const { visitor, code } = await newCode({ code_challenge: challenge });
        return visitor.exchangeCode(code, challenge);
      },
      "403 invalid_grant",
    ],
    [
      "takes no short verifier",
      () => exchange(() => ({ code_verifier: "short" })),
      "403 invalid_grant",
    ],
    [
      "is gone after a wrong verifier",
      async () => {
        const { visitor, code, verifier } = await newCode();
        await visitor.exchangeCode(code, newPkce().verifier);
        return visitor.exchangeCode(code, verifier);
      },
      "403 invalid_grant",
    ],
    [
      "is of no use to another client",
      () => exchange(() => ({ client_id: other.clientId })),
      "403 invalid_grant",
    ],
    [
      "is of no use to an unknown client",
      () => exchange(() => ({ client_id: "nobody" })),
      "401 access_denied",
    ],
    ["needs its redirect URI", () => exchange(() => ({ redirect_uri: "" })), "403 invalid_grant"],
    [
      "needs the redirect URI it was sent to",
      () => exchange(() => ({ redirect_uri: `${app}/` })),
      "403 invalid_grant",
    ],
    [
      "is over after its time",
      async () => {
        const { visitor, code, verifier } = await newCode();
        tenant.clock.offset(601_000);
        const response = await visitor.exchangeCode(code, verifier);
        tenant.clock.offset(0);
        return response;
      },
      "403 invalid_grant",
    ],
    [
      "is no refresh token",
      async () => {
        const { code } = await newCode();
        return token({ grant_type: "refresh_token", client_id: clientId, refresh_token: code });
      },
      "403 invalid_grant",
    ],
    [
      "that was made up leads nowhere",
      () => exchange(() => ({ code: "made-up" })),
      "403 invalid_grant",
    ],
    ["that is missing is asked for", () => exchange(() => ({ code: "" })), "400 invalid_request"],
    [
      "without PKCE is of no use to a public client",
      async () => {
        const visitor = visit(tenant);
        await visitor.signIn();
        const code = queryOf(await visitor.authorize({})).get("code") ?? "";
        return visitor.postForm("/oauth/token", {
          grant_type: "authorization_code",
          client_id: clientId,
          redirect_uri: callback,
          code,
        });
      },
      "403 invalid_grant",
    ],
    [
      "of a user who was blocked meanwhile leads nowhere",
      async () => {
        const { visitor, ticket } = await newTicket({ username: "mallory@example.com" });
        const { verifier, challenge } = newPkce();
        const response = await visitor.authorize({
          login_ticket: ticket,
          code_challenge: challenge,
          code_challenge_method: "S256",
        });
        tenant.updateUser("mallory@example.com", { blocked: true });
        return visitor.exchangeCode(queryOf(response).get("code") ?? "", verifier);
      },
      "401 unauthorized",
    ],
  ]);
});

describe("an authorization request", () => {
  const silent = { prompt: "none" };
  const attackers = (redirectUri: string) => () => authorize({ redirect_uri: redirectUri });

  refuses([
    [
      "with plain PKCE",
      () => authorize({ code_challenge: "x".repeat(43), code_challenge_method: "plain" }),
      "callback invalid_request",
    ],
    [
      "with a challenge and no method, which means plain",
      () => authorize({ code_challenge: "x".repeat(43) }),
      "callback invalid_request",
    ],
    [
      "with a method and no challenge",
      () => authorize({ code_challenge_method: "S256" }),
      "callback invalid_request",
    ],
    ["of an unknown client", () => authorize({ client_id: "nobody" }), "400 invalid_request"],
    ["without a redirect URI", () => authorize({ redirect_uri: "" }), "403 unauthorized_client"],
    ["to another host", attackers("https://evil.example/callback"), "403 unauthorized_client"],
    ["to a longer path", attackers(`${callback}/evil`), "403 unauthorized_client"],
    ["to a path that climbs", attackers(`${callback}/../evil`), "403 unauthorized_client"],
    [
      "to the callback with a query",
      attackers(`${callback}?next=https://evil.example`),
      "403 unauthorized_client",
    ],
    ["to the callback with a fragment", attackers(`${callback}#evil`), "403 unauthorized_client"],
    ["to the callback in capitals", attackers(callback.toUpperCase()), "403 unauthorized_client"],
    [
      "to a host that begins like ours",
      attackers(callback.replace("localhost:3000", "localhost:3000.evil.example")),
      "403 unauthorized_client",
    ],
    [
      "to a host behind a user name",
      attackers(callback.replace("localhost", "localhost:3000@evil.example")),
      "403 unauthorized_client",
    ],
    ["to another port", attackers(callback.replace(":3000", ":3001")), "403 unauthorized_client"],
    [
      "to another scheme",
      attackers(callback.replace("http:", "https:")),
      "403 unauthorized_client",
    ],
    ["to a script", attackers("javascript:alert(1)"), "403 unauthorized_client"],
    ["to the callback of another client", attackers(other.callback), "403 unauthorized_client"],
    [
      "to two callbacks at once",
      () =>
        visit(tenant).request(
          `/authorize?client_id=${clientId}&response_type=code&redirect_uri=${encodeURIComponent("https://evil.example")}&redirect_uri=${encodeURIComponent(callback)}`,
        ),
      "403 unauthorized_client",
    ],
    [
      "with an unknown response type",
      () => authorize({ response_type: "password" }),
      "callback unsupported_response_type",
    ],
    ["without a response type", () => authorize({ response_type: "" }), "callback invalid_request"],
    [
      "for tokens in a query",
      () => authorize({ response_type: "token", response_mode: "query" }),
      "callback invalid_request",
    ],
    [
      "for an ID token without a nonce",
      () => authorize({ response_type: "id_token" }),
      "callback invalid_request",
    ],
    [
      "for an unknown audience",
      () => authorize({ audience: "https://nobody.example" }),
      "callback access_denied",
    ],
    [
      "of a client without the implicit grant",
      () => authorize({ client_id: "modest", response_type: "token" }),
      "callback unauthorized_client",
    ],
    ["without a session, silently", () => authorize(silent), "callback login_required"],
    [
      "to sign in again, among other prompts, is not answered by the session",
      async () => {
        const visitor = visit(tenant);
        await visitor.signIn();
        return visitor.authorize({ prompt: "consent login" });
      },
      "/u/login no error",
    ],
    [
      "to be silent and to sign in again",
      async () => {
        const visitor = visit(tenant);
        await visitor.signIn();
        return visitor.authorize({ prompt: "none login" });
      },
      "callback invalid_request",
    ],
    [
      "with a session cookie that was made up",
      () =>
        visit(tenant).request(
          `/authorize?${new URLSearchParams({ client_id: clientId, response_type: "code", redirect_uri: callback, ...silent })}`,
          { headers: { cookie: `tenant_session_${tenant.port}=made-up` } },
        ),
      "callback login_required",
    ],
    [
      "for an organization that is not there",
      async () => {
        const visitor = visit(tenant);
        await visitor.signIn();
        return visitor.authorize({ organization: "org_nobody" });
      },
      "callback invalid_request",
    ],
  ]);
});

describe("a login ticket", () => {
  refuses([
    [
      "is spent once",
      async () => {
        const { visitor, ticket } = await newTicket();
        await visitor.authorize({ login_ticket: ticket });
        return visitor.authorize({ login_ticket: ticket });
      },
      "callback access_denied",
    ],
    [
      "is of no use to another client",
      async () => {
        const { visitor, ticket } = await newTicket();
        return visitor.authorize({ login_ticket: ticket, client_id: other.clientId });
      },
      "callback access_denied",
    ],
    [
      "is of no use without its cookie, silently",
      async () => {
        const { ticket } = await newTicket();
        return authorize({ login_ticket: ticket, prompt: "none" });
      },
      "callback login_required",
    ],
    [
      "leads to the hosted page without its cookie",
      async () => {
        const { ticket } = await newTicket();
        return authorize({ login_ticket: ticket });
      },
      "/u/login no error",
    ],
    [
      "is of no use with the cookie of another ticket",
      async () => {
        const { ticket } = await newTicket();
        const { visitor } = await newTicket({ username: "grace@example.com" });
        return visitor.authorize({ login_ticket: ticket, prompt: "none" });
      },
      "callback login_required",
    ],
    [
      "signs nobody in to another client by way of a link",
      async () => {
        const visitor = visit(tenant);
        const ticket = await jsonOf<{ login_ticket: string; co_verifier: string }>(
          await visitor.coAuthenticate(),
        );
        const start = { client_id: "guarded", connection: "email", email: "eve@example.com" };
        const { login_ticket } = ticket;
        const authParams = { redirect_uri: callback, prompt: "consent", login_ticket };
        await visitor.postJson("/passwordless/start", { ...start, authParams }, { origin: app });
        const { url = "" } = await tenant.inbox.wait({ to: start.email });
        const consent = new URL(locationOf(await visitor.request(url)), tenant.url);
        const page = await (await visitor.request(consent.href)).text();
        const [, csrf = ""] = /name="csrf" value="([^"]+)"/.exec(page) ?? [];
        return visitor.postForm(`/co/verify${consent.search}`, {
          csrf,
          verifier: ticket.co_verifier,
        });
      },
      "/u/login no error",
    ],
    [
      "is over after its time",
      async () => {
        const { visitor, ticket } = await newTicket();
        tenant.clock.offset(301_000);
        const response = await visitor.authorize({ login_ticket: ticket });
        tenant.clock.offset(0);
        return response;
      },
      "callback access_denied",
    ],
    [
      "that was made up leads nowhere",
      () => authorize({ login_ticket: "made-up" }),
      "callback access_denied",
    ],
    [
      "is not given to a client that may not have one",
      () => visit(tenant).coAuthenticate({ client_id: "aloof" }),
      "401 unauthorized_client",
    ],
    [
      "is not given to a client of somebody else",
      () => visit(tenant).coAuthenticate({ client_id: "foreign" }),
      "401 unauthorized_client",
    ],
    [
      "is not given to an unknown client",
      () => visit(tenant).coAuthenticate({ client_id: "nobody" }),
      "401 unauthorized_client",
    ],
    [
      "is not given for a connection that the client may not use",
      () => visit(tenant).coAuthenticate({ client_id: "guarded" }),
      "400 invalid_request",
    ],
    [
      "is not given to a page of elsewhere",
      () => visit(tenant).coAuthenticate({}, { origin: "https://evil.example" }),
      "403 Origin https://evil.example is not allowed.",
    ],
    [
      "is not given to a page without an origin",
      () => visit(tenant).coAuthenticate({}, { origin: "null" }),
      "403 Origin null is not allowed.",
    ],
    [
      "is not given for an unknown credential type",
      () => visit(tenant).coAuthenticate({ credential_type: "password-of-god" }),
      "400 unsupported_credential_type",
    ],
  ]);
});

describe("a refresh token", () => {
  const newTokens = () => visit(tenant).exchange();
  const present = async (changes: Record<string, string>) => {
    const tokens = await newTokens();
    return visit(tenant).refresh(tokens.refresh_token ?? "", changes);
  };

  refuses([
    [
      "is spent once",
      async () => {
        const tokens = await newTokens();
        await visit(tenant).refresh(tokens.refresh_token ?? "");
        return visit(tenant).refresh(tokens.refresh_token ?? "");
      },
      "403 invalid_grant",
    ],
    [
      "takes its successors down with it when it is used again",
      async () => {
        const tokens = await newTokens();
        const next = await jsonOf<TokenBody>(
          await visit(tenant).refresh(tokens.refresh_token ?? ""),
        );
        await visit(tenant).refresh(tokens.refresh_token ?? "");
        return visit(tenant).refresh(next.refresh_token ?? "");
      },
      "403 invalid_grant",
    ],
    [
      "is of no use to another client",
      () => present({ client_id: other.clientId }),
      "403 invalid_grant",
    ],
    [
      "is of no use after it was revoked",
      async () => {
        const tokens = await newTokens();
        const revoke = { client_id: clientId, token: tokens.refresh_token ?? "" };
        await visit(tenant).postForm("/oauth/revoke", revoke);
        return visit(tenant).refresh(tokens.refresh_token ?? "");
      },
      "403 invalid_grant",
    ],
    [
      "is over after its time",
      async () => {
        const tokens = await newTokens();
        tenant.clock.offset(31 * 86_400_000);
        const response = await visit(tenant).refresh(tokens.refresh_token ?? "");
        tenant.clock.offset(0);
        return response;
      },
      "403 invalid_grant",
    ],
    [
      "stays spent when the clock goes back",
      async () => {
        tenant.clock.offset(86_400_000);
        const tokens = await newTokens();
        await visit(tenant).refresh(tokens.refresh_token ?? "");
        tenant.clock.offset(0);
        return visit(tenant).refresh(tokens.refresh_token ?? "");
      },
      "403 invalid_grant",
    ],
    [
      "is no authorization code",
      async () => {
        const tokens = await newTokens();
        return visit(tenant).exchangeCode(tokens.refresh_token ?? "", newPkce().verifier);
      },
      "403 invalid_grant",
    ],
    [
      "of a client without the grant is refused",
      () => token({ grant_type: "refresh_token", client_id: "modest", refresh_token: "x" }),
      "403 unauthorized_client",
    ],
  ]);

  it("of another client survives that client's try to revoke it", async () => {
    const tokens = await newTokens();
    const revoke = { client_id: other.clientId, token: tokens.refresh_token ?? "" };
    expect((await visit(tenant).postForm("/oauth/revoke", revoke)).status).toBe(200);
    expect((await visit(tenant).refresh(tokens.refresh_token ?? "")).status).toBe(200);
  });

  it("narrows its scope and never widens it, whatever is asked for", async () => {
    const tokens = await jsonOf<TokenBody>(await present({ scope: "openid admin write:projects" }));
    expect(tokens.scope).toBe("openid");
  });

  it("stays with its audience, whatever is asked for", async () => {
    const tokens = await jsonOf<TokenBody>(await present({ audience: `${tenant.url}/api/v2/` }));
    expect(tokens.access_token.split(".")).toHaveLength(5);
  });
});

describe("the token endpoint", () => {
  const basic = (secret: string) => ({
    authorization: `Basic ${Buffer.from(`${confidential.clientId}:${secret}`).toString("base64")}`,
  });
  const machine = { grant_type: "client_credentials", audience: api };
  const password = {
    grant_type: realmType,
    client_id: clientId,
    realm,
    ...ada,
  };

  refuses([
    [
      "knows no grant that it was not taught",
      () => token({ grant_type: "magic", client_id: clientId }),
      "403 unsupported_grant_type",
    ],
    [
      "knows no grant named after a part of JavaScript",
      () => token({ grant_type: "constructor", client_id: clientId }),
      "403 unsupported_grant_type",
    ],
    ["asks for a grant", () => token({ client_id: clientId }), "400 invalid_request"],
    ["asks for a client", () => token({ grant_type: "password" }), "401 access_denied"],
    [
      "gives a client no grant it does not have",
      () => token({ ...password, client_id: "modest" }),
      "403 unauthorized_client",
    ],
    ["takes no wrong secret", () => token(machine, basic("wrong")), "401 access_denied"],
    [
      "takes no secret in the body where it belongs in the header",
      () =>
        token({ ...machine, client_id: confidential.clientId, client_secret: confidential.secret }),
      "401 access_denied",
    ],
    [
      "takes no client in the header that is another one than in the body",
      () => {
        const header = Buffer.from(`${clientId}:`).toString("base64");
        return token({ ...password, client_id: "modest" }, { authorization: `Basic ${header}` });
      },
      "401 access_denied",
    ],
    [
      "takes no confidential client without its secret",
      () => token({ ...machine, client_id: confidential.clientId }),
      "401 access_denied",
    ],
    [
      "gives a client no scope it was not granted",
      () => token({ ...machine, scope: "write:projects" }, basic(confidential.secret)),
      "403 access_denied",
    ],
    [
      "gives a client no audience it was not granted",
      () => token({ ...machine, audience: `${tenant.url}/api/v2/` }, basic(confidential.secret)),
      "403 access_denied",
    ],
    [
      "gives nobody an audience that is not there",
      () => token({ ...password, audience: "https://nobody.example" }),
      "403 access_denied",
    ],
    [
      "takes no wrong password",
      () => token({ ...password, password: "wrong" }),
      "403 invalid_grant",
    ],
    [
      "takes no password for a connection that the client may not use",
      () => token({ ...password, client_id: "guarded" }),
      "400 invalid_request",
    ],
    [
      "takes no user of an unknown realm",
      () => token({ ...password, realm: "nobody" }),
      "400 invalid_request",
    ],
    [
      "refuses a page of elsewhere before anything happens",
      async () => {
        const { code, verifier } = await newCode();
        return token(
          {
            grant_type: "authorization_code",
            client_id: clientId,
            redirect_uri: callback,
            code,
            code_verifier: verifier,
          },
          { origin: "https://evil.example" },
        );
      },
      "403 Origin https://evil.example is not allowed.",
    ],
  ]);

  it("drops scopes that nobody knows, so that none can be slipped in", async () => {
    const response = await token({ ...password, scope: "openid admin:everything", audience: api });
    expect((await jsonOf<TokenBody>(response)).scope).toBe("openid");
  });
});

describe("a look without a wish to go there", () => {
  it.each([
    "/v2/logout",
    `/authorize?${new URLSearchParams({ client_id: clientId, response_type: "code", redirect_uri: callback })}`,
  ])("issues no code and ends no session: HEAD %s", async (path) => {
    const visitor = visit(tenant);
    await visitor.signIn();
    const response = await visitor.request(path, { method: "HEAD" });
    expect([response.status, response.headers.get("location")]).toEqual([200, null]);
    expect(queryOf(await visitor.authorize({ prompt: "none" })).has("code")).toBe(true);
  });
});

describe("a cookie", () => {
  it("that comes twice was planted, and counts for nothing", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    const [pair] = [...visitor.cookies].filter(([name]) => name.startsWith("tenant_session_"));
    const [name, value] = pair ?? [];
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: "code",
      redirect_uri: callback,
      prompt: "none",
    });
    const ask = (cookie: string) =>
      visit(tenant).request(`/authorize?${query}`, { headers: { cookie } });
    expect(queryOf(await ask(`${name}=${value}`)).has("code")).toBe(true);
    expect(queryOf(await ask(`${name}=planted; ${name}=${value}`)).get("error")).toBe(
      "login_required",
    );
  });
});

describe("a logout", () => {
  const logout = (parameters: Record<string, string>) =>
    visit(tenant).request(`/v2/logout?${new URLSearchParams(parameters)}`);

  refuses([
    [
      "leads to no address that the client does not list",
      () => logout({ client_id: clientId, returnTo: "https://evil.example" }),
      "400 invalid_request",
    ],
    [
      "leads to no address of another client",
      () => logout({ client_id: clientId, returnTo: "https://another.example/bye" }),
      "400 invalid_request",
    ],
    [
      "leads to no longer address",
      () => logout({ client_id: clientId, returnTo: `${app}/evil` }),
      "400 invalid_request",
    ],
    [
      "without a client leads to no address that the tenant does not list",
      () => logout({ returnTo: "https://another.example/bye" }),
      "400 invalid_request",
    ],
    [
      "of an unknown client leads nowhere",
      () => logout({ client_id: "nobody", returnTo: app }),
      "400 invalid_request",
    ],
  ]);
});

describe("an access token", () => {
  const withToken = (path: string, value: string, init: RequestInit = {}) =>
    visit(tenant).request(path, { ...init, headers: { authorization: `Bearer ${value}` } });

  const managementTokens = async (username: string, client = clientId) =>
    jsonOf<TokenBody>(
      await visit(tenant).postForm("/oauth/token", {
        grant_type: realmType,
        client_id: client,
        realm,
        username,
        password: ada.password,
        scope: "openid read:current_user update:current_user_identities",
        audience: `${tenant.url}/api/v2/`,
      }),
    );
  /** Tokens from the time before somebody was blocked. */
  const tokensOfBlocked = async () => {
    tenant.updateUser("mallory@example.com", { blocked: false });
    const tokens = await managementTokens("mallory@example.com");
    tenant.updateUser("mallory@example.com", { blocked: true });
    return tokens;
  };
  const subjectOf = ({ id_token: idToken = "" }: TokenBody) =>
    (
      JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString()) as {
        sub: string;
      }
    ).sub;

  refuses([
    [
      "that is an ID token opens no userinfo",
      async () => {
        const { id_token: idToken = "" } = await visit(tenant).exchange();
        return withToken("/userinfo", idToken);
      },
      "401 Unauthorized",
    ],
    [
      "for an API without openid opens no userinfo",
      async () => {
        const tokens = await visit(tenant).exchange({ audience: api, scope: "read:projects" });
        return withToken("/userinfo", tokens.access_token);
      },
      "401 Unauthorized",
    ],
    [
      "with another signature opens nothing",
      async () => {
        const tokens = await visit(tenant).exchange({ audience: api });
        return withToken("/userinfo", `${tokens.access_token.slice(0, -8)}AAAAAAAA`);
      },
      "401 Unauthorized",
    ],
    [
      "that is not signed opens nothing",
      async () => {
        const tokens = await visit(tenant).exchange({ audience: api });
        return withToken(
          "/userinfo",
          resigned(tokens.access_token, "none", () => ""),
        );
      },
      "401 Unauthorized",
    ],
    [
      "signed with the public key as if it were a secret opens nothing",
      async () => {
        const tokens = await visit(tenant).exchange({ audience: api });
        const pem = await publicKeyOf(tenant);
        const sign = (text: string) => createHmac("sha256", pem).update(text).digest("base64url");
        return withToken("/userinfo", resigned(tokens.access_token, "HS256", sign));
      },
      "401 Unauthorized",
    ],
    [
      "for another audience opens no Management API",
      async () => {
        const tokens = await visit(tenant).exchange({ audience: api });
        return withToken("/api/v2/users/x", tokens.access_token);
      },
      "401 Unauthorized",
    ],
    [
      "of one user opens no other user",
      async () => {
        const tokens = await managementTokens(ada.username);
        const victim = subjectOf(await managementTokens("grace@example.com"));
        return withToken(`/api/v2/users/${encodeURIComponent(victim)}`, tokens.access_token);
      },
      "403 insufficient_scope",
    ],
    [
      "of one user links nothing to another",
      async () => {
        const tokens = await managementTokens(ada.username);
        const victim = await managementTokens("grace@example.com");
        return visit(tenant).postJson(
          `/api/v2/users/${encodeURIComponent(subjectOf(victim))}/identities`,
          { link_with: tokens.id_token },
          { authorization: `Bearer ${tokens.access_token}` },
        );
      },
      "403 insufficient_scope",
    ],
    [
      "of a blocked user opens no userinfo",
      async () => withToken("/userinfo", (await tokensOfBlocked()).access_token),
      "401 Unauthorized",
    ],
    [
      "of a blocked user opens no Management API",
      async () => {
        const tokens = await tokensOfBlocked();
        const path = `/api/v2/users/${encodeURIComponent(subjectOf(tokens))}`;
        return withToken(path, tokens.access_token);
      },
      "401 Unauthorized",
    ],
    [
      "links no blocked account, which would sign in again by the link",
      async () => {
        const tokens = await managementTokens(ada.username);
        const { id_token } = await tokensOfBlocked();
        return visit(tenant).postJson(
          `/api/v2/users/${encodeURIComponent(subjectOf(tokens))}/identities`,
          { link_with: id_token },
          { authorization: `Bearer ${tokens.access_token}` },
        );
      },
      "403 blocked_user",
    ],
    [
      "links no account by a token for another client",
      async () => {
        const tokens = await managementTokens(ada.username);
        const foreign = await managementTokens("grace@example.com", other.clientId);
        return visit(tenant).postJson(
          `/api/v2/users/${encodeURIComponent(subjectOf(tokens))}/identities`,
          { link_with: foreign.id_token },
          { authorization: `Bearer ${tokens.access_token}` },
        );
      },
      "400 invalid_body",
    ],
  ]);

  it("for the MFA API comes alone: a refresh token would outlive it", async () => {
    const audience = `${tenant.url}/mfa/`;
    const scope = "openid enroll offline_access";
    const tokens = await visit(tenant).exchange({ audience, scope });
    expect(tokens).toMatchObject({ scope: "openid enroll" });
    expect(tokens).not.toHaveProperty("refresh_token");
  });
});

describe("the tenant's own controls", () => {
  const admin = (headers: Record<string, string>) =>
    visit(tenant).postJson("/_tenant/faults", { fault: "html500" }, headers);

  refuses([
    ["are closed without the token", () => admin({}), "401 unauthorized"],
    [
      "are closed with a wrong token",
      () => admin({ "x-tenant-token": "wrong" }),
      "401 unauthorized",
    ],
    [
      "are closed to pages of elsewhere, token or not",
      () => admin({ "x-tenant-token": tenant.adminToken, origin: "https://evil.example" }),
      "403 Origin https://evil.example is not allowed.",
    ],
    [
      "are closed to the application's pages",
      () => admin({ "x-tenant-token": tenant.adminToken, origin: app }),
      `403 Origin ${app} is not allowed.`,
    ],
  ]);
});

import { createHash, randomBytes } from "node:crypto";
import { sampleSeed, startTenant, type RunningTenant, type TenantOptions } from "../src/index.js";

export const app = "http://localhost:3000";
export const callback = `${app}/callback`;
export const clientId = "portico-demo";
export const realm = "Username-Password-Authentication";
export const api = "https://api.portico.example";
export const ada = { username: "ada@example.com", password: "Analytical-Engine-1843" };
export const realmType = "http://auth0.com/oauth/grant-type/password-realm";

/** The sample seed with one more callback and a few more users. */
export function testSeed() {
  const seed = sampleSeed([app]);
  const [client] = seed.clients;
  if (!client) throw new Error("The sample seed has no client.");
  client.callbacks.push(callback);
  seed.users?.push({ email: "blocked@example.com", password: ada.password, blocked: true });
  return seed;
}

/** A tenant on any free port, with cheap hashing. */
export function startTestTenant(options: TenantOptions = {}): Promise<RunningTenant> {
  return startTenant({ port: 0, scryptCost: 2, seed: testSeed(), ...options });
}

export type Visitor = ReturnType<typeof visit>;

/** A browser of its own: keeps cookies, follows no redirect by itself. */
export function visit(tenant: { url: string }) {
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) {
      headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const address = new URL(path, tenant.url);
    const response = await fetch(address, { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const postForm = (
    path: string,
    body: Record<string, string>,
    headers: Record<string, string> = {},
  ) => request(path, { method: "POST", headers, body: new URLSearchParams(body) });

  const coAuthenticate = (changes: Record<string, unknown> = {}, headers = { origin: app }) =>
    postJson(
      "/co/authenticate",
      { client_id: clientId, credential_type: realmType, realm, ...ada, ...changes },
      headers,
    );

  const authorize = (parameters: Record<string, string>) =>
    request(
      `/authorize?${new URLSearchParams({ client_id: clientId, redirect_uri: callback, response_type: "code", ...parameters })}`,
    );

  /** Leaves the visitor with a session. */
  async function signIn(changes: Record<string, unknown> = {}): Promise<void> {
    const ticket = await jsonOf<{ login_ticket: string }>(await coAuthenticate(changes));
    const response = await authorize({ login_ticket: ticket.login_ticket });
    if (!queryOf(response).get("code")) throw new Error(`No sign-in: ${locationOf(response)}`);
  }

  /** Signs in by ticket and returns the tokens of a code exchange. */
  async function exchange(parameters: Record<string, string> = {}): Promise<TokenBody> {
    const { verifier, challenge } = newPkce();
    const ticket = await jsonOf<{ login_ticket: string }>(await coAuthenticate());
    const response = await authorize({
      login_ticket: ticket.login_ticket,
      code_challenge: challenge,
      code_challenge_method: "S256",
      nonce: "n-1",
      scope: "openid profile email offline_access",
      ...parameters,
    });
    const code = queryOf(response).get("code") ?? "";
    return jsonOf<TokenBody>(await exchangeCode(code, verifier));
  }

  const exchangeCode = (code: string, verifier: string, changes: Record<string, string> = {}) =>
    postForm("/oauth/token", {
      grant_type: "authorization_code",
      client_id: clientId,
      redirect_uri: callback,
      code,
      code_verifier: verifier,
      ...changes,
    });

  const refresh = (refreshToken: string, changes: Record<string, string> = {}) =>
    postForm("/oauth/token", {
      grant_type: "refresh_token",
      client_id: clientId,
      refresh_token: refreshToken,
      ...changes,
    });

  return {
    cookies,
    request,
    postJson,
    postForm,
    coAuthenticate,
    authorize,
    signIn,
    exchange,
    exchangeCode,
    refresh,
  };
}

export interface TokenBody {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
  scope: string;
  expires_in: number;
  error?: string;
  error_description?: string;
}

export async function jsonOf<Body>(response: Response): Promise<Body> {
  return (await response.json()) as Body;
}

export function locationOf(response: Response): string {
  return response.headers.get("location") ?? "";
}

/** The query of a redirect. */
export function queryOf(response: Response): URLSearchParams {
  return new URL(locationOf(response), "http://localhost").searchParams;
}

/** The fragment of a redirect. */
export function fragmentOf(response: Response): URLSearchParams {
  return new URLSearchParams(new URL(locationOf(response)).hash.slice(1));
}

/** What a web_message page posts, and to which origin. */
export async function messageOf(response: Response) {
  const page = await response.text();
  const [, data = "", origin = ""] = /\.postMessage\((\{.*\}), ("[^"]*")\)/.exec(page) ?? [];
  if (data === "") return { page, posted: false, type: "", response: {}, origin: "" };
  const message = JSON.parse(data) as { type: string; response: Record<string, string | number> };
  return { page, posted: true, ...message, origin: JSON.parse(origin) as string };
}

export function newPkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

export const ascending = (a: number, b: number) => a - b;

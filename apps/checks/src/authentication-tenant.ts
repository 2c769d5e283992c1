import { inspect } from "node:util";
import { AuthenticationClient } from "@portico/core/authentication";
import { sampleSeed, startTenant, type RunningTenant, type TenantOptions } from "@portico/tenant";
import { vi } from "vitest";

export const callback = "http://localhost:3000/callback";
export const realm = "Username-Password-Authentication";
export const audience = "https://api.portico.example";
export const ada = { username: "ada@example.com", password: "Analytical-Engine-1843" };
export const hedy = {
  username: "hedy@example.com",
  password: "Frequency-Hopping-1942",
  totpSecret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  recoveryCode: "HEDY2LAMARR4RECOVERY6KEY",
};
export const clientSecret = "the-secret-of-the-server-0123456789";

/** A tenant with a public client, a confidential one, and one that has only tokens of its own. */
export function startAuthenticationTenant(options: TenantOptions = {}): Promise<RunningTenant> {
  const seed = sampleSeed(["http://localhost:3000"]);
  const [sample] = seed.clients;
  if (!sample) throw new Error("The sample seed has no client.");
  const open = { ...sample, callbacks: [callback] };
  const server = {
    ...open,
    clientId: "server",
    tokenEndpointAuthMethod: "client_secret_post" as const,
    clientSecret,
  };
  const apiGrants = [{ audience, scopes: ["read:projects", "write:projects"] }];
  const machine = { ...server, clientId: "machine", grantTypes: ["client_credentials"], apiGrants };
  const clients = [open, server, machine];
  return startTenant({ port: 0, scryptCost: 2, ...options, seed: { ...seed, clients } });
}

/** A client without a secret. */
export function openClient(tenant: RunningTenant) {
  return new AuthenticationClient({
    domain: tenant.url,
    clientId: "portico-demo",
    deprecationWarnings: false,
  });
}

/** A client with a secret. */
export function confidentialClient(tenant: RunningTenant, clientId = "server") {
  return new AuthenticationClient({ domain: tenant.url, clientId, clientSecret });
}

/** What the tenant was asked since its log was cleared. */
export function requestsTo(tenant: RunningTenant): string[] {
  return tenant.requests().map(({ method, path }) => `${method} ${path}`);
}

/** What a call failed with; throws if it did not. */
export async function failureOf(call: Promise<unknown>): Promise<Error> {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof Error) return failure;
  throw new Error("The call succeeded.");
}

/** Everything that a log, a screen or a debugger could show of an error. */
export function shownOf(error: Error): string {
  const all = inspect(error, { depth: null, showHidden: true, getters: true });
  return `${JSON.stringify(error)}\n${String(error)}\n${error.stack}\n${all}`;
}

/** What leaves this process from now on, with its values: the tenant's own log has only their names. */
export function recordSent(): (path: string) => SentRequest[] {
  const { mock } = vi.spyOn(globalThis, "fetch");
  return (path) =>
    mock.calls
      .filter(([url]) => typeof url === "string" && new URL(url).pathname === path)
      .map(([, { headers, credentials, body } = {}]) => ({
        headers,
        credentials,
        fields: fieldsOf(body),
      }));
}

interface SentRequest {
  readonly headers: unknown;
  readonly credentials: unknown;
  /** Of its JSON or form body. */
  readonly fields: unknown;
}

function fieldsOf(body: unknown): unknown {
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  return typeof body === "string" ? JSON.parse(body) : body;
}

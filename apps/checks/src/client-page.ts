import { createAuthClient, isAuthError, type AuthClient, type AuthConfig } from "@portico/core";
import {
  createTenant,
  sampleSeed,
  type Tenant,
  type TenantSeed,
  type UnboundTenantOptions,
} from "@portico/tenant";
import { afterAll, afterEach, vi } from "vitest";
import { callback, openBrowser, type BrowserOptions, type TestBrowser } from "./client-browser.js";

/** Origins of one site. */
export const app = new URL(callback).origin;
export const tenantOrigin = "https://id.portico.example";
export const ada = { username: "ada@example.com", password: "Analytical-Engine-1843" };
export const clientId = "portico-demo";

const auth0Grant = (name: string) => `http://auth0.com/oauth/grant-type/${name}`;
export const passwordRealm = auth0Grant("password-realm");
export const mfaOtp = auth0Grant("mfa-otp");
/** What an application needs for everything that the diagnosis asks for. */
export const allGrants = ["authorization_code", "implicit", "refresh_token", passwordRealm, mfaOtp];

type Client = TenantSeed["clients"][number];

/** A tenant, with what a test changes about it. */
export interface OwnTenant extends Omit<UnboundTenantOptions, "seed" | "onLogin"> {
  readonly client?: Partial<Client>;
  readonly apis?: NonNullable<TenantSeed["apis"]>;
}

/** A page with a client, and the tenant that it belongs to. */
export interface ClientPage {
  readonly tenant: Tenant;
  readonly browser: TestBrowser;
  readonly client: AuthClient;
  /** One more client, configured like the first but for what is given. */
  readonly makeClient: (config: Partial<AuthConfig>) => AuthClient;
  /** Changes the application's settings at the tenant. */
  readonly changeClient: (changes: Partial<Client>) => Promise<void>;
}

/** Keys take long to make, so that a tenant serves all tests that want one like it. */
const tenants = new Map<string, Promise<Tenant>>();
let close: (() => void) | undefined;

afterEach(() => {
  vi.useRealTimers();
  close?.();
  close = undefined;
});
afterAll(async () => {
  for (const tenant of tenants.values()) await (await tenant).close();
});

/** Opens a page at a tenant that is healthy but for what is asked for. */
export async function openPage(
  config: Partial<AuthConfig> = {},
  own: OwnTenant = {},
  options: BrowserOptions = {},
): Promise<ClientPage> {
  const { address: redirectUri = callback } = options;
  const { client: changes, apis, url = tenantOrigin, ...rest } = own;
  const sample = sampleSeed([new URL(redirectUri).origin]);
  const seedOf = (changed?: Partial<Client>): TenantSeed => ({
    ...sample,
    clients: sample.clients.map((one) => ({ ...one, callbacks: [redirectUri], ...changed })),
    ...(apis && { apis }),
  });
  const tenant = await started({ url, ...rest });
  await tenant.seed(seedOf(changes), { asStart: true });
  await tenant.reset();
  const browser = openBrowser(tenant, options);
  const clients: AuthClient[] = [];
  close = () => {
    for (const client of clients) client.stop();
    browser.close();
  };
  const makeClient = (changed: Partial<AuthConfig>) => {
    const all = { domain: tenant.url, clientId, redirectUri, ...config, ...changed };
    const client = createAuthClient(all);
    clients.push(client);
    return client;
  };
  return {
    tenant,
    browser,
    makeClient,
    changeClient: (changed) => tenant.seed(seedOf(changed)),
    client: makeClient({}),
  };
}

function started(options: UnboundTenantOptions): Promise<Tenant> {
  const key = JSON.stringify(options);
  const tenant = tenants.get(key) ?? createTenant({ scryptCost: 2, ...options });
  tenants.set(key, tenant);
  return tenant;
}

/** Resolves once the tenant was asked for `path` so many times. */
export async function asked(
  { tenant, browser }: ClientPage,
  path: string,
  times = 1,
): Promise<void> {
  await turnsUntil(
    browser,
    () => tenant.requests().filter((sent) => sent.path === path).length >= times,
  );
}

/**
 * Looks after each turn of the event loop whether something is so, while the page is open. Code that is on its way takes
 * no turn: a test that lets time pass meanwhile would have it arrive too late.
 */
export async function turnsUntil({ isClosed }: TestBrowser, isSo: () => boolean): Promise<void> {
  while (!isClosed()) {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.dynamicImportSettled();
    if (isSo()) return;
  }
}

/** What the tenant was asked, preflights aside. */
export function requestsTo(tenant: Tenant): string[] {
  const requests = tenant.requests().filter(({ preflight }) => !preflight);
  return requests.map(({ method, path }) => `${method} ${path}`).toSorted();
}

/** What a call fails with, as it may be logged; a developer's mistake as it is. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("value" in outcome) throw new Error("The call was to fail.");
  const { error } = outcome;
  return isAuthError(error) ? JSON.parse(JSON.stringify(error)) : error;
}

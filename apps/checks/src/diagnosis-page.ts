import { createAuthClient, type AuthClient, type AuthConfig } from "@portico/core";
import {
  diagnose,
  type Diagnosis,
  type DiagnoseOptions,
  type Finding,
  type FindingCode,
  type FindingDetails,
} from "@portico/core/diagnostics";
import {
  createTenant,
  sampleSeed,
  type NewFaultRule,
  type Tenant,
  type TenantSeed,
  type UnboundTenantOptions,
} from "@portico/tenant";
import { afterAll, afterEach, expect, vi } from "vitest";
import {
  callback,
  openBrowser,
  type BrowserOptions,
  type TestBrowser,
} from "./diagnosis-browser.js";

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
export interface DiagnosedPage {
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
): Promise<DiagnosedPage> {
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
  close = browser.close;
  const makeClient = (changed: Partial<AuthConfig>) =>
    createAuthClient({ domain: tenant.url, clientId, redirectUri, ...config, ...changed });
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

/** Diagnoses the page. Time passes only while nothing is under way: what is never answered is not waited for. */
export async function diagnosed(
  { client, browser }: Pick<DiagnosedPage, "client" | "browser">,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  let isRunning = true;
  const diagnosis = diagnose(client, options).finally(() => {
    isRunning = false;
  });
  // Its failure is the caller's.
  diagnosis.catch(() => {});
  let known = 0;
  let quiet = 0;
  await turnsUntil(browser, () => {
    const { begun, ended } = browser.traffic();
    quiet = begun === ended && begun === known ? quiet + 1 : 0;
    known = begun;
    // What has arrived takes a few turns to be read.
    if (quiet > 10) vi.advanceTimersToNextTimer();
    return !isRunning;
  });
  // jsdom tells other frames of what was stored.
  vi.advanceTimersByTime(0);
  const timers = vi.getTimerCount();
  vi.useRealTimers();
  expect(timers, "timers that are left").toBe(0);
  return diagnosis;
}

/** Resolves once the tenant was asked for `path` so many times. */
export async function asked(
  { tenant, browser }: DiagnosedPage,
  path: string,
  times = 1,
): Promise<void> {
  await turnsUntil(
    browser,
    () => tenant.requests().filter((sent) => sent.path === path).length >= times,
  );
}

/** Looks after each turn of the event loop whether something is so, while the page is open. */
async function turnsUntil({ isClosed }: TestBrowser, isSo: () => boolean): Promise<void> {
  while (!isClosed()) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isSo()) return;
  }
}

/** A page at its tenant. */
export interface Case {
  readonly title: string;
  readonly config?: Partial<AuthConfig>;
  readonly tenant?: OwnTenant;
  readonly browser?: BrowserOptions;
  /** What goes wrong each time. */
  readonly fault?: Omit<NewFaultRule, "times">;
}

/** One in which something is wrong, and what it is found as. */
export interface Wrong extends Case {
  readonly found: { readonly [Code in FindingCode]?: FindingDetails[Code] };
}

/** The rows of a table with their titles in front. */
export function titled<Row extends Case>(rows: readonly Row[]): (readonly [string, Row])[] {
  return rows.map((row) => [row.title, row]);
}

/** What is found in a case. */
export async function findingsIn({ config, tenant, browser, fault }: Case) {
  const page = await openPage(config, tenant, browser);
  if (fault) page.tenant.faults.add({ times: "always", ...fault });
  const diagnosis = await diagnosed(page);
  expect(document.querySelectorAll("iframe")).toHaveLength(0);
  return named(diagnosis);
}

/** What has to be found in it. */
export function expectedIn({ found }: Wrong): { code: string; details: unknown }[] {
  return Object.entries(found).map(([code, details]) => ({ code, details }));
}

/** The part of each finding that says which it is. */
export function named({ findings }: Diagnosis): Pick<Finding, "code" | "details">[] {
  return findings.map(({ code, details }) => ({ code, details }));
}

/** What the tenant was asked, preflights aside. */
export function requestsTo(tenant: Tenant): string[] {
  const requests = tenant.requests().filter(({ preflight }) => !preflight);
  return requests.map(({ method, path }) => `${method} ${path}`).toSorted();
}

import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Diagnosis, Finding } from "@portico/core/diagnostics";
import {
  sampleSeed,
  startTenant,
  type RunningTenant,
  type TenantOptions,
  type TenantSeed,
} from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { attachClient } from "./core-page.js";

type Client = TenantSeed["clients"][number];

/** A tenant for the harness page, with what a test changes about it. */
export interface OwnTenant extends Omit<TenantOptions, "seed"> {
  readonly client?: Partial<Client>;
  readonly connections?: (seed: TenantSeed) => NonNullable<TenantSeed["connections"]>;
}

/** The page that diagnoses, and that redirects come back to. */
export function diagnosePage(app: string): string {
  return `${app}/harness/diagnose.html`;
}

/** Starts a tenant that is healthy but for what is asked for. */
export async function startOwnTenant(
  { app, appElsewhere }: Stack,
  { client, connections, ...options }: OwnTenant = {},
): Promise<RunningTenant> {
  const origins = [app, appElsewhere];
  const seed = sampleSeed(origins);
  const callbacks = [...origins, ...origins.map(diagnosePage)];
  const clients = seed.clients.map((one) => ({ ...one, callbacks, ...client }));
  return startTenant({
    port: 0,
    scryptCost: 1024,
    ...options,
    seed: { ...seed, clients, ...(connections && { connections: connections(seed) }) },
  });
}

/** Opens the page with a client of its own, not started. */
export async function openDiagnose(
  page: Page,
  app: string,
  config: Partial<AuthConfig> & Pick<AuthConfig, "domain">,
): Promise<void> {
  await page.goto(diagnosePage(app));
  await attachDiagnose(page, app, config);
}

/** The same in a page that is there already, as after a redirect. */
export function attachDiagnose(
  page: Page,
  app: string,
  config: Partial<AuthConfig> & Pick<AuthConfig, "domain">,
): Promise<void> {
  return attachClient(page, {
    clientId: "portico-demo",
    redirectUri: diagnosePage(app),
    // What is never answered need not be waited for long.
    deadlines: { silent: 2000 },
    ...config,
  });
}

/** Diagnoses the page's client. */
export function diagnose(page: Page, options: { interactive?: boolean } = {}): Promise<Diagnosis> {
  return page.evaluate(async (given) => {
    const { client } = window.portico;
    if (!client) throw new Error("The page has no client yet.");
    return window.diagnose(client, given);
  }, options);
}

/** The part of a finding that says which it is. */
export function named({ findings }: Diagnosis): Pick<Finding, "code" | "details">[] {
  return findings.map(({ code, details }) => ({ code, details }));
}

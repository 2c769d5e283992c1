import {
  diagnose,
  type Diagnosis,
  type DiagnoseOptions,
  type Finding,
  type FindingCode,
  type FindingDetails,
} from "@portico/core/diagnostics";
import type { AuthConfig } from "@portico/core";
import type { NewFaultRule } from "@portico/tenant";
import { expect, vi } from "vitest";
import type { BrowserOptions } from "./client-browser.js";
import { openPage, turnsUntil, type ClientPage, type OwnTenant } from "./client-page.js";

/** Diagnoses the page. Time passes only while nothing is under way: what is never answered is not waited for. */
export async function diagnosed(
  { client, browser }: Pick<ClientPage, "client" | "browser">,
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

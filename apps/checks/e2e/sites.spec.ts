import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { sampleSeed, startTenant, type RunningTenant, type TenantOptions } from "@portico/tenant";
import { temporaryFolder, type Stack } from "../stack/start-stack.js";
import { call, openAuth0Js, realm, type Place } from "./auth0-js-page.js";
import { expect, test } from "./fixtures.js";

// What a browser's cookie rules leave of cross-origin login: by the site of the application, the
// tenant's cookies and how its login tickets are bound.

interface Outcome {
  /** Login without leaving the page. */
  readonly inPage: "works" | "login_required";
  readonly checkSession: "works" | "login_required";
  /** Where a login by redirect ends. */
  readonly redirect: "application" | "hosted page";
}

async function outcomeAt(page: Page, place: Place, { user }: Stack): Promise<Outcome> {
  const credentials = { username: user.email, password: user.password, realm };
  await openAuth0Js(page, place);
  const inPage = await call(page, "popup.loginWithCredentials", credentials);
  const checkSession = await call(page, "checkSession", {});
  // It answers its caller on failure only.
  void call(page, "login", credentials).catch(() => {});
  await page.waitForURL(/id_token=|\/u\/login/);
  return {
    inPage: outcomeOf(inPage.error),
    checkSession: outcomeOf(checkSession.error),
    redirect: page.url().includes("id_token=") ? "application" : "hosted page",
  };
}

function outcomeOf(error: { readonly code?: string } | null): Outcome["inPage"] {
  if (error === null) return "works";
  expect(error.code).toBe("login_required");
  return "login_required";
}

async function startFor(stack: Stack, options: TenantOptions): Promise<RunningTenant> {
  const origins = [stack.app, stack.appElsewhere];
  const seed = sampleSeed(origins);
  const [client] = seed.clients;
  if (!client) throw new Error("The sample seed has no client.");
  client.callbacks.push(...origins.map((origin) => `${origin}/harness/auth0-js.html`));
  return startTenant({ port: 0, scryptCost: 1024, seed, ...options });
}

const everything: Outcome = { inPage: "works", checkSession: "works", redirect: "application" };

const rows = [
  { site: "same", binding: "strict", outcome: everything },
  {
    site: "another",
    binding: "lax",
    outcome: { inPage: "works", checkSession: "login_required", redirect: "application" },
  },
  {
    site: "another",
    binding: "strict",
    outcome: {
      inPage: "login_required",
      checkSession: "login_required",
      redirect: "hosted page",
    },
  },
] as const;

for (const { site, binding, outcome } of rows) {
  test(`the application on ${site} site, third-party cookies blocked, ${binding} tickets`, async ({
    page,
    stack,
  }) => {
    const tenant = await startFor(stack, { ticketBinding: binding });
    const app = site === "same" ? stack.app : stack.appElsewhere;
    expect(await outcomeAt(page, { ...stack, app, tenant }, stack)).toEqual(outcome);
    await tenant.close();
  });
}

test("the application on another site, third-party cookies allowed, strict tickets", async ({
  stack,
}) => {
  const tenant = await startFor(stack, { cookies: "none" });
  const profile = await temporaryFolder();
  await mkdir(join(profile, "Default"));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(profile, "Default/Preferences"), JSON.stringify(preferences));
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    ...(args !== undefined && { args }),
  });
  const page = await context.newPage();
  const place = { ...stack, app: stack.appElsewhere, tenant };
  expect(await outcomeAt(page, place, stack)).toEqual(everything);
  await context.close();
  await tenant.close();
});

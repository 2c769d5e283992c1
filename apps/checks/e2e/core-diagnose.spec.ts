import type { AuthConfig } from "@portico/core";
import type { Finding } from "@portico/core/diagnostics";
import {
  diagnose,
  diagnosePage,
  named,
  openDiagnose,
  startOwnTenant,
  type OwnTenant,
} from "./core-diagnose-page.js";
import { expect, test } from "./fixtures.js";
import type { Stack } from "../stack/start-stack.js";

interface Fault {
  readonly title: string;
  readonly tenant?: OwnTenant;
  readonly config?: (stack: Stack) => Partial<AuthConfig>;
  readonly found: (stack: Stack) => Pick<Finding, "code" | "details">;
}

/** One setting is wrong, and a browser's own judgement of requests and frames tells which. */
const faults: readonly Fault[] = [
  {
    title: "an unlisted web origin",
    tenant: { client: { webOrigins: [] } },
    found: ({ app }) => ({ code: "origin_not_allowed", details: { origin: app } }),
  },
  {
    title: "an unlisted web origin that may read why",
    tenant: { client: { webOrigins: [] }, refusedOrigins: "readable" },
    found: ({ app }) => ({ code: "origin_not_allowed", details: { origin: app } }),
  },
  {
    title: "an unlisted callback",
    tenant: { client: { callbacks: [] } },
    found: ({ app }) => ({
      code: "callback_not_allowed",
      details: { redirectUri: diagnosePage(app) },
    }),
  },
  {
    title: "an unlisted callback at a tenant that keeps silent about it",
    tenant: { client: { callbacks: [] }, errorPages: "silent" },
    found: ({ app }) => ({
      code: "callback_not_allowed",
      details: { redirectUri: diagnosePage(app) },
    }),
  },
  {
    title: "an unlisted address that popups come back to at a tenant that keeps silent about it",
    tenant: { errorPages: "silent" },
    config: ({ app }) => ({ popupRedirectUri: `${app}/harness/unlisted.html` }),
    found: ({ app }) => ({
      code: "callback_not_allowed",
      details: { redirectUri: `${app}/harness/unlisted.html` },
    }),
  },
  {
    title: "a redirect URI of another origin",
    config: ({ appElsewhere }) => ({ redirectUri: diagnosePage(appElsewhere) }),
    found: ({ appElsewhere }) => ({
      code: "foreign_redirect_uri",
      details: { redirectUri: diagnosePage(appElsewhere) },
    }),
  },
  {
    title: "an unknown client ID at a tenant that keeps silent about it",
    tenant: { errorPages: "silent" },
    config: () => ({ clientId: "nobody" }),
    found: () => ({ code: "unknown_client", details: { clientId: "nobody" } }),
  },
  {
    title: "a tenant that is not there",
    config: () => ({ domain: "http://localhost:1" }),
    found: () => ({ code: "tenant_unreachable", details: { origin: "http://localhost:1" } }),
  },
  {
    title: "a domain where something else answers",
    config: ({ app }) => ({ domain: app }),
    found: ({ app }) => ({ code: "not_an_auth0_tenant", details: { origin: app } }),
  },
];

test.describe("diagnose finds what is wrong, and nothing else", () => {
  // The browser's own words to an origin that the tenant does not talk to.
  test.use({ knownNoise: [/^Access to fetch at .* has been blocked by CORS policy/] });

  for (const { title, tenant: own, config, found } of faults) {
    test(title, async ({ page, stack }) => {
      const tenant = await startOwnTenant(stack, own);
      await openDiagnose(page, stack.app, { domain: tenant.url, ...config?.(stack) });
      expect(named(await diagnose(page))).toEqual([found(stack)]);
      await tenant.close();
    });
  }
});

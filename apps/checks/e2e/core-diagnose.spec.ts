import type { AuthConfig } from "@portico/core";
import type { Finding } from "@portico/core/diagnostics";
import type { RunningTenant } from "@portico/tenant";
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

const auth0Grant = (name: string) => `http://auth0.com/oauth/grant-type/${name}`;
const allGrants = [
  "authorization_code",
  "implicit",
  "refresh_token",
  auth0Grant("password-realm"),
  auth0Grant("mfa-otp"),
];

interface Fault {
  readonly title: string;
  readonly tenant?: OwnTenant;
  readonly config?: (stack: Stack, tenant: RunningTenant) => Partial<AuthConfig>;
  readonly found: (stack: Stack, tenant: RunningTenant) => Pick<Finding, "code" | "details">;
}

/** One setting of the tenant or of the configuration is wrong. */
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
    title: "an unlisted callback of the implicit grant",
    tenant: { client: { callbacks: [] } },
    config: () => ({ responseType: "token id_token" }),
    found: ({ app }) => ({
      code: "callback_not_allowed",
      details: { redirectUri: diagnosePage(app) },
    }),
  },
  {
    title: "an unlisted address that popups come back to",
    config: ({ app }) => ({ popupRedirectUri: `${app}/harness/unlisted.html` }),
    found: ({ app }) => ({
      code: "callback_not_allowed",
      details: { redirectUri: `${app}/harness/unlisted.html` },
    }),
  },
  {
    title: "the same at a tenant that keeps silent about it",
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
    title: "cross-origin authentication switched off",
    tenant: { client: { crossOriginLogin: false } },
    found: () => ({ code: "cross_origin_login_off", details: {} }),
  },
  {
    title: "an unknown client ID",
    config: () => ({ clientId: "nobody" }),
    found: () => ({ code: "unknown_client", details: { clientId: "nobody" } }),
  },
  {
    title: "an unknown client ID at a tenant that keeps silent about it",
    tenant: { errorPages: "silent" },
    config: () => ({ clientId: "nobody" }),
    found: () => ({ code: "unknown_client", details: { clientId: "nobody" } }),
  },
  {
    title: "an application that has to authenticate itself",
    tenant: {
      client: { tokenEndpointAuthMethod: "client_secret_post", clientSecret: "secret-of-a-server" },
    },
    found: () => ({ code: "not_a_public_client", details: { clientId: "portico-demo" } }),
  },
  {
    title: "a misspelt connection",
    config: () => ({ databaseConnection: "Username-Pasword" }),
    found: () => ({ code: "unknown_connection", details: { connection: "Username-Pasword" } }),
  },
  {
    title: "a connection that is off for the application",
    tenant: { client: { connections: ["email"] } },
    found: () => ({
      code: "unknown_connection",
      details: { connection: "Username-Password-Authentication" },
    }),
  },
  {
    title: "an unknown audience",
    config: () => ({ audience: "https://api.nowhere.example" }),
    found: () => ({
      code: "unknown_audience",
      details: { audience: "https://api.nowhere.example" },
    }),
  },
  {
    title: "an unknown organization",
    config: () => ({ organization: "nobodys-society" }),
    found: () => ({
      code: "unknown_organization",
      details: { organization: "nobodys-society" },
    }),
  },
  {
    title: "the Management API by a name that only a custom domain has",
    config: () => ({ managementDomain: "http://localhost:1" }),
    found: () => ({
      code: "management_on_custom_domain",
      details: { audience: "http://localhost:1/api/v2/" },
    }),
  },
  ...[
    { grant: "authorization_code", config: {} },
    { grant: "implicit", config: { responseType: "token id_token" } },
    { grant: "refresh_token", config: { scope: "openid offline_access" } },
    { grant: auth0Grant("password-realm"), config: { loginVia: "password-realm" } },
    { grant: auth0Grant("mfa-otp"), config: { loginVia: "password-realm" } },
  ].map(({ grant, config }): Fault => ({
    title: `the grant ${grant} switched off`,
    tenant: { client: { grantTypes: allGrants.filter((one) => one !== grant) } },
    config: () => config as Partial<AuthConfig>,
    found: () => ({ code: "grant_off", details: { grant } }),
  })),
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
      await openDiagnose(page, stack.app, { domain: tenant.url, ...config?.(stack, tenant) });
      expect(named(await diagnose(page))).toEqual([found(stack, tenant)]);
      await tenant.close();
    });
  }
});

// @vitest-environment jsdom
import { expect, test } from "vitest";
import { allGrants, app, clientId, mfaOtp, passwordRealm, tenantOrigin } from "./client-page.js";
import { expectedIn, findingsIn, titled, type Case, type Wrong } from "./diagnosis-page.js";

const discovery = { path: "/.well-known/openid-configuration" };
const token = { path: "/oauth/token" };
const notThere = { tenant_unreachable: { origin: tenantOrigin } };
const notOne = { not_an_auth0_tenant: { origin: tenantOrigin } };
const notAllowed = { origin_not_allowed: { origin: app } };

/** In the tenant, or in the application's settings there. */
const wrong: readonly Wrong[] = [
  {
    title: "a tenant that is not there",
    config: { domain: "https://nobody.example" },
    found: { tenant_unreachable: { origin: "https://nobody.example" } },
  },
  ...(["network", "html500", "empty503", "429-global"] as const).map((fault) => ({
    title: `a tenant in trouble (${fault})`,
    fault: { match: discovery, fault },
    found: notThere,
  })),
  ...(["text403", "html200", "object200", "empty204", "json-truncated"] as const).map((fault) => ({
    title: `something else at its address (${fault})`,
    fault: { match: discovery, fault },
    found: notOne,
  })),
  {
    title: "an unlisted web origin",
    tenant: { client: { webOrigins: [] } },
    found: notAllowed,
  },
  {
    title: "an unlisted web origin that may read why",
    tenant: { client: { webOrigins: [] }, refusedOrigins: "readable" },
    found: notAllowed,
  },
  ...(["network", "no-cors", "cors-wrong-origin"] as const).map((fault) => ({
    title: `answers that no page of this origin may read (${fault})`,
    fault: { match: token, fault },
    found: notAllowed,
  })),
  {
    title: "an unknown client ID",
    config: { clientId: "nobody" },
    found: { unknown_client: { clientId: "nobody" } },
  },
  {
    title: "an unknown client ID at a tenant that keeps silent about it",
    config: { clientId: "nobody" },
    tenant: { errorPages: "silent" },
    found: { unknown_client: { clientId: "nobody" } },
  },
  {
    title: "an application that has to authenticate itself",
    tenant: { client: { tokenEndpointAuthMethod: "client_secret_post", clientSecret: "secret" } },
    found: { not_a_public_client: { clientId } },
  },
  ...[
    { grant: "authorization_code", config: {} },
    { grant: "implicit", config: { responseType: "token id_token" as const } },
    { grant: "refresh_token", config: { scope: "openid offline_access" } },
    { grant: passwordRealm, config: { loginVia: "password-realm" as const } },
    { grant: mfaOtp, config: { loginVia: "password-realm" as const } },
  ].flatMap(({ grant, config }): Wrong[] => {
    const grantTypes = allGrants.filter((one) => one !== grant);
    const title = `the grant ${grant} switched off`;
    return [{ title, config, tenant: { client: { grantTypes } }, found: { grant_off: { grant } } }];
  }),
];

const harmless: readonly Case[] = [
  ...(["html500", "429-global", "html200"] as const).map((fault) => ({
    title: `a token endpoint in trouble (${fault})`,
    fault: { match: token, fault },
  })),
  {
    title: "a grant switched off that the configuration does without",
    config: { scope: "openid not_offline_access" },
    tenant: { client: { grantTypes: ["authorization_code"] } },
  },
];

test.each(titled(wrong))("diagnose finds %s, and nothing else", async (_, row) => {
  expect(await findingsIn(row)).toEqual(expectedIn(row));
});

test.each(titled(harmless))("diagnose finds nothing wrong with %s", async (_, row) => {
  expect(await findingsIn(row)).toEqual([]);
});

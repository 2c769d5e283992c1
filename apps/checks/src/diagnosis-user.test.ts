// @vitest-environment jsdom
import type { AuthConfig } from "@portico/core";
import { describe, expect, test } from "vitest";
import { callback } from "./client-browser.js";
import { ada, clientId, openPage, type OwnTenant } from "./client-page.js";
import { diagnosed, named } from "./diagnosis-page.js";

const idTokens = ["clock_skew", "unsupported_algorithm"] as const;
const popup = "https://app.portico.example/popup";
const api = "https://api.portico.example";

/** Opens a page where somebody is signed in, here and at the tenant. */
async function openSignedIn(config: Partial<AuthConfig> = {}, tenant: OwnTenant = {}) {
  const page = await openPage(config, tenant);
  await page.client.login(ada);
  page.tenant.clearRequests();
  return page;
}

describe("diagnose while somebody is signed in", () => {
  test("finds nothing, and leaves both sessions as they are", async () => {
    const page = await openSignedIn({ scope: "openid email offline_access" });
    const { client, tenant } = page;
    const session = client.session.get();
    const { counts, users } = tenant.state();
    expect(session.status).toBe("authenticated");
    expect(await diagnosed(page, { interactive: true })).toEqual({ findings: [], unchecked: [] });
    expect(client.session.get()).toBe(session);
    expect(await client.getAccessToken()).toEqual(expect.any(String));
    // Codes end by themselves.
    const codes = expect.any(Number);
    expect(tenant.state()).toEqual({ counts: { ...counts, codes }, users });
  });

  test.each<[string, Partial<AuthConfig>]>([
    ["the implicit grant", { responseType: "token id_token" }],
    ["an API", { audience: api }],
    ["their organization", { organization: "analytical-society" }],
    ["popups that come back to a listed page", { popupRedirectUri: popup }],
  ])("finds nothing wrong with %s", async (_, config) => {
    const page = await openSignedIn(config, { client: { callbacks: [callback, popup] } });
    const diagnosis = await diagnosed(page);
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.unchecked).toEqual(["popups_blocked", "popups_cut_off"]);
  });

  test("finds ID tokens that are signed with a secret", async () => {
    const page = await openSignedIn();
    page.tenant.faults.add({ times: "always", fault: "token:hs256" });
    const { findings } = await diagnosed(page);
    expect(findings).toMatchObject([
      {
        code: "unsupported_algorithm",
        severity: "error",
        remedy: `Applications > ${clientId} > Settings > Advanced Settings > OAuth > JsonWebToken Signature Algorithm: RS256.`,
      },
    ]);
  });

  test.each([150, -150])("finds a clock that is %i seconds away", async (offset) => {
    const page = await openSignedIn();
    page.tenant.clock.offset(offset * 1000);
    const { findings } = await diagnosed(page);
    expect(findings).toMatchObject([{ code: "clock_skew", severity: "error" }]);
    const [{ details } = {}] = findings;
    const { seconds, leeway } = details as { seconds: number; leeway: number };
    expect(Math.abs(seconds - offset)).toBeLessThan(5);
    expect(leeway).toBe(Math.abs(seconds) + 10);
  });

  test.each([
    ["without an ID token", { fault: "id-token-absent" }],
    // The first code is one that nobody gave out.
    ["not at all", { fault: "json500", after: 1 }],
  ] as const)("judges no ID token where a code is redeemed %s", async (_, fault) => {
    const page = await openSignedIn();
    page.tenant.faults.add({ match: { path: "/oauth/token" }, times: "always", ...fault });
    const { findings, unchecked } = await diagnosed(page, { interactive: true });
    expect(findings).toEqual([]);
    expect(unchecked).toEqual(idTokens);
  });

  test("finds that an application of somebody else needs their consent", async () => {
    const callbacks = [callback, popup];
    const { browser, makeClient, changeClient } = await openSignedIn({}, { client: { callbacks } });
    await changeClient({ callbacks, firstParty: false });
    const client = makeClient({
      // Such an application may not check passwords from its own page either.
      loginVia: "password-realm",
      // Told once, whoever else has to wait for the consent.
      popupRedirectUri: popup,
      managementDomain: "login.portico.example",
    });
    const { findings } = await diagnosed({ browser, client });
    expect(findings).toMatchObject([
      { code: "consent_required", severity: "warning", details: { audience: undefined } },
    ]);
    expect(findings[0]?.remedy).toMatch(/first-party one/);
  });

  test("finds that an API needs their consent", async () => {
    const apis = [{ audience: api, scopes: [], skipConsent: false }];
    const { tenant, browser, client, makeClient } = await openPage({}, { apis });
    await client.login(ada);
    const diagnosis = await diagnosed({ browser, client: makeClient({ audience: api }) });
    expect(named(diagnosis)).toEqual([{ code: "consent_required", details: { audience: api } }]);
    expect(diagnosis.findings[0]?.remedy).toContain(`Applications > APIs > ${api} > Settings`);
    expect(tenant.state().counts.transactions).toBe(0);
  });

  test.each(["localhost", "127.0.0.1", "[::1]"])(
    "finds consent that Auth0 asks for at %s only",
    async (host) => {
      const url = `http://${host}:4101`;
      const address = `http://${host}:3000/callback`;
      const page = await openPage({}, { url, loopbackConsent: true }, { address });
      expect((await diagnosed(page)).findings).toEqual([]);
      await page.client.login(ada).catch(() => {});
      const { findings } = await diagnosed(page);
      expect(findings).toMatchObject([
        {
          code: "loopback_consent",
          severity: "warning",
          details: { origin: `http://${host}:3000` },
        },
      ]);
    },
  );

  test("finds no API to be unknown where it is the user who may not", async () => {
    const { browser, client, makeClient } = await openSignedIn();
    const elsewhere = { audience: api, organization: "observatory" };
    for (const config of [elsewhere, { organization: "observatory" }]) {
      expect(await diagnosed({ browser, client: makeClient(config) })).toEqual({
        findings: [],
        unchecked: [...idTokens, "popups_blocked", "popups_cut_off"],
      });
    }
    expect((await diagnosed({ browser, client })).findings).toEqual([]);
  });

  test("finds that the Management API goes by another name", async () => {
    const { browser, client, makeClient } = await openSignedIn();
    const misled = makeClient({ managementDomain: "login.portico.example" });
    expect((await diagnosed({ browser, client: misled })).findings).toMatchObject([
      {
        code: "management_on_custom_domain",
        severity: "hint",
        details: { audience: "https://login.portico.example/api/v2/" },
      },
    ]);
    expect((await diagnosed({ browser, client })).findings).toEqual([]);
  });
});

test("diagnose finds an application that may belong to no organization", async () => {
  const organization = "analytical-society";
  const page = await openPage({ organization }, { client: { organizationUsage: "deny" } });
  expect(named(await diagnosed(page))).toEqual([
    { code: "unknown_organization", details: { organization } },
  ]);
});

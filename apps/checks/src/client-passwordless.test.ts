// @vitest-environment jsdom
import type { Tenant } from "@portico/tenant";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { asked, clientId, failureOf, openPage } from "./client-page.js";

const email = "reader@example.com";
const phoneNumber = "+15551234567";
const api = "https://api.portico.example";
const now = Date.UTC(2030, 0, 1);
const otpGrant = "http://auth0.com/oauth/grant-type/passwordless/otp";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

const codeIn = ({ inbox }: Tenant) => inbox.list()[0]?.code ?? "";

describe("passwordless.verify", () => {
  test.each([
    ["email", { email }, email, "email"],
    ["sms", { phoneNumber }, phoneNumber, "sms"],
  ] as const)("signs in by %s, in the page", async (connection, to, username, provider) => {
    const { client, browser, tenant } = await openPage({ rememberLastSignIn: true });
    const { challenge } = await client.passwordless.start(to);
    const otp = codeIn(tenant);
    expect(await client.passwordless.verify(challenge, { otp: ` ${otp} ` })).toEqual({
      kind: "authenticated",
      session: {
        user: expect.objectContaining({ sub: expect.stringMatching(`^${provider}\\|`) }),
        expiresAt: now + 86_400_000,
        scope: ["openid", "profile", "email"],
        hasRefreshToken: false,
        authenticatedAt: now,
      },
    });
    expect(browser.said("/co/authenticate")).toEqual([
      { client_id: clientId, credential_type: otpGrant, username, otp, realm: connection },
    ]);
    expect(client.lastSignIn()).toEqual({ connection, at: now });
    expect([client.passwordless.pending(), sessionStorage.length]).toEqual([undefined, 0]);
  });

  test("signs in at the token endpoint, as it is told", async () => {
    // The way of a code is its own, however passwords travel.
    const { client, browser, tenant } = await openPage({ loginVia: "redirect" });
    const { challenge } = await client.passwordless.start({ email });
    const otp = codeIn(tenant);
    const params = {
      otp,
      via: "otp-grant",
      audience: api,
      scope: "openid offline_access",
    } as const;
    expect(await client.passwordless.verify(challenge, params)).toMatchObject({
      session: { audience: api, scope: ["openid", "offline_access"], hasRefreshToken: true },
    });
    expect(browser.said("/oauth/token")).toEqual([
      {
        client_id: clientId,
        grant_type: otpGrant,
        username: email,
        otp,
        realm: "email",
        audience: api,
        scope: "openid offline_access",
      },
    ]);
  });

  test("leaves for the tenant, and comes back with what the app gave along", async () => {
    const { client, browser, tenant, makeClient } = await openPage({ rememberLastSignIn: true });
    const { challenge } = await client.passwordless.start({ email });
    const params = { otp: codeIn(tenant), via: "redirect", appState: { step: 2 } } as const;
    expect(await client.passwordless.verify(challenge, params)).toEqual({ kind: "redirecting" });
    expect(client.passwordless.pending()).toBeUndefined();
    await browser.visit(browser.left[0] ?? "");
    const back = makeClient({});
    expect(await back.start({ onRedirectCallback: () => {} })).toMatchObject({
      session: { user: { email } },
      appState: { step: 2 },
    });
    expect(back.lastSignIn()).toEqual({ connection: "email", at: now });
  });

  test.each(["in-page", "otp-grant", "redirect"] as const)(
    "by a wrong code, %s, fails and goes on waiting",
    async (via) => {
      const { client, browser, tenant } = await openPage();
      const { challenge } = await client.passwordless.start({ email });
      const wrong = client.passwordless.verify(challenge, { otp: "000000", via });
      expect(await failureOf(wrong)).toMatchObject({ code: "invalid_otp", details: {} });
      expect(client.passwordless.pending()).toBe(challenge);
      expect([client.session.get(), browser.left]).toEqual([{ status: "starting" }, []]);
      // The message alone.
      expect(sessionStorage).toHaveLength(1);
      const right = client.passwordless.verify(challenge, { otp: codeIn(tenant), via });
      expect(await right).toMatchObject({
        kind: via === "redirect" ? "redirecting" : "authenticated",
      });
    },
  );

  test("survives three wrong codes, and not a fourth", async () => {
    const { client, tenant } = await openPage();
    const { challenge } = await client.passwordless.start({ email });
    for (let tries = 0; tries < 4; tries += 1) {
      await failureOf(client.passwordless.verify(challenge, { otp: "000000" }));
    }
    const late = client.passwordless.verify(challenge, { otp: codeIn(tenant) });
    expect(await failureOf(late)).toMatchObject({ code: "invalid_otp" });
  });

  test("takes a code until it expires", async () => {
    const { client, tenant } = await openPage();
    for (const [wait, kind] of [
      [299_000, "authenticated"],
      [300_001, "invalid_otp"],
    ] as const) {
      const { challenge } = await client.passwordless.start({ email });
      vi.setSystemTime(Date.now() + wait);
      const ended = client.passwordless.verify(challenge, { otp: codeIn(tenant) });
      expect(
        await ended.then(
          (outcome) => outcome.kind,
          ({ code }) => code as string,
        ),
      ).toBe(kind);
    }
  });

  test("ends at the caller's wish", async () => {
    const page = await openPage();
    const { client, tenant } = page;
    const { challenge } = await client.passwordless.start({ email });
    tenant.faults.add({ match: { path: "/co/authenticate" }, fault: "hang" });
    const caller = new AbortController();
    const params = { otp: codeIn(tenant), signal: caller.signal };
    const ended = failureOf(client.passwordless.verify(challenge, params));
    await asked(page, "/co/authenticate");
    caller.abort();
    expect(await ended).toEqual({ name: "AuthError", code: "aborted", details: {} });
  });
});

describe("passwordless.prove", () => {
  test("asks who that is, and signs nobody in", async () => {
    const { client, browser, tenant } = await openPage({ audience: api, scope: "openid" });
    const { challenge } = await client.passwordless.start({ email, remember: false });
    expect([client.passwordless.pending(), sessionStorage.length]).toEqual([undefined, 0]);
    const otp = codeIn(tenant);
    const proven = await client.passwordless.prove(challenge, { otp: ` ${otp} ` });
    expect(proven).toEqual({ user: expect.objectContaining({ email }), provenAt: now });
    expect(browser.said("/oauth/token")).toEqual([
      {
        client_id: clientId,
        grant_type: otpGrant,
        username: email,
        otp,
        realm: "email",
        scope: "openid profile email",
      },
    ]);
    expect(client.session.get()).toEqual({ status: "starting" });
  });

  test("asks within an organization where there is one", async () => {
    const { client, browser, tenant } = await openPage({ organization: "observatory" });
    const organizations = ["observatory", "analytical-society"] as const;
    for (const organization of organizations) {
      const { challenge } = await client.passwordless.start({ email });
      const proving = client.passwordless.prove(challenge, {
        otp: codeIn(tenant),
        ...(organization !== "observatory" && { organization }),
      });
      // Whoever is no member is not told apart.
      await failureOf(proving);
    }
    expect(browser.said("/oauth/token")).toMatchObject(
      organizations.map((organization) => ({ organization })),
    );
  });
});

// @vitest-environment jsdom
import type { AuthConfig } from "@portico/core";
import { createFakeEngine } from "@portico/core/testing";
import { describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import {
  ada,
  app,
  asked,
  clientId,
  failureOf,
  passwordRealm,
  tenantOrigin,
} from "./client-page.js";
import { openSession } from "./client-session.js";

type Factory = NonNullable<AuthConfig["engine"]>;

const api = "https://api.portico.example";
const name = `id.portico.example.${clientId}`;
const hint = `portico.last-sign-in.${name}`;
const database = "Username-Password-Authentication";
const byGrant = { client: { grantTypes: [passwordRealm] } };

/** One turn of the event loop, behind whatever is being verified. */
async function tick(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await crypto.subtle.digest("SHA-256", new Uint8Array());
}

describe("a configured", () => {
  test.each([
    ["request", undefined, 15_000, "/oauth/token"],
    ["request", 1_000, 1_000, "/oauth/token"],
    ["keys", undefined, 10_000, "/.well-known/jwks.json"],
    ["keys", 2_000, 2_000, "/.well-known/jwks.json"],
  ])("deadline of a %s is kept: %s", async (which, given, deadline, path) => {
    const config = { loginVia: "password-realm", deadlines: { [which]: given } } as const;
    const page = await openSession(config, byGrant);
    page.tenant.faults.add({ match: { path }, fault: "hang", times: "always" });
    let isOver = false;
    const failure = failureOf(page.client.login(ada)).finally(() => (isOver = true));
    // The keys are fetched ahead; whoever needs them waits from then on.
    const { browser } = page;
    await page.until(() => browser.traffic().begun === 2 && browser.traffic().ended === 1);
    for (let turn = 0; turn < 100; turn += 1) await tick();
    vi.advanceTimersByTime(deadline - 1);
    await tick();
    expect(isOver).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await failure).toMatchObject({ code: "timeout", details: { deadline } });
  });

  test("deadline of a silent answer is kept", async () => {
    const page = await openSession({ deadlines: { silent: 3_000 } });
    page.tenant.faults.add({ fault: "wm-silent" });
    const failure = failureOf(page.client.checkSession());
    await asked(page, "/authorize");
    await page.pass(2_999);
    expect(document.querySelectorAll("iframe")).toHaveLength(1);
    await page.pass(1);
    expect(await failure).toMatchObject({ code: "timeout", details: { deadline: 3_000 } });
  });

  test.each([
    [undefined, 60],
    [0, 0],
    [300, 300],
  ])("leeway of %s seconds is tolerated", async (leeway, seconds) => {
    const { client, tenant } = await openSession({ leeway });
    vi.setSystemTime(Math.floor(Date.now() / 1000) * 1000);
    tenant.clock.offset((seconds + 1) * 1000);
    expect(await failureOf(client.login(ada))).toMatchObject({
      code: "invalid_token",
      details: { reason: "issued_in_future", skew: seconds + 1 },
    });
    tenant.clock.offset(seconds * 1000);
    expect(await client.login(ada)).toMatchObject({ kind: "authenticated" });
    tenant.clock.offset(0);
  });

  test("API, scope and organization are those of the session", async () => {
    const organization = "analytical-society";
    const scope = "openid read:projects";
    const { client } = await openSession({ audience: api, scope, organization });
    expect(await client.login(ada)).toMatchObject({
      session: {
        audience: api,
        scope: ["openid", "read:projects"],
        organization: expect.stringMatching(/^org_/),
      },
    });
  });

  test("page is where responses go: its origin where nothing else is said", async () => {
    const { client, sent } = await openSession(
      { redirectUri: undefined },
      { client: { callbacks: [app] } },
    );
    const addressed = await client.buildAuthorizeUrl();
    expect(new URL(addressed).searchParams.get("redirect_uri")).toBe(app);
    expect(await client.login(ada)).toMatchObject({ kind: "authenticated" });
    expect(sent()).toContain("GET /authorize");
  });

  test("engine is told all that it needs, once", async () => {
    const engine = vi.fn<Factory>((config) => createFakeEngine()(config));
    const { client } = await openSession({
      engine,
      leeway: 5,
      responseType: "token id_token",
      deadlines: { request: 1, silent: 2, keys: 3, popup: 4 },
    });
    const tenant = { origin: tenantOrigin, clientId, requestDeadline: 1 };
    expect(engine.mock.calls).toEqual([
      [
        {
          tenant,
          verification: {
            tenant,
            keys: expect.objectContaining({ algorithm: "RS256" }),
            issuer: `${tenantOrigin}/`,
            leeway: 5,
            deadline: 3,
          },
          name,
          responseType: "token id_token",
          redirectUri: expect.any(Function),
          silentDeadline: 2,
          popupDeadline: 4,
        },
      ],
    ]);
    expect(engine.mock.calls[0]?.[0].redirectUri()).toBe(callback);
    expect(client.session.get()).toEqual({ status: "starting" });
  });
});

describe("the last sign-in", () => {
  test("is remembered where the app wants that, and outlives the sign-out", async () => {
    const { client, pass } = await openSession({ rememberLastSignIn: true });
    expect(client.lastSignIn()).toBeUndefined();
    await client.login(ada);
    const signedIn = { connection: database, username: ada.username, at: Date.now() };
    expect(client.lastSignIn()).toEqual(signedIn);
    await pass(1000);
    await client.checkSession();
    await client.logout({ local: true });
    expect(client.lastSignIn()).toEqual(signedIn);
    expect(Object.keys(localStorage)).toContain(hint);
    client.forgetLastSignIn();
    expect(client.lastSignIn()).toBeUndefined();
    expect(Object.keys(localStorage)).not.toContain(hint);
  });

  test("by redirect is told by its connection, where one was asked for", async () => {
    const page = await openSession({ rememberLastSignIn: true });
    const { client, browser, makeClient, signInAtTenant } = page;
    await signInAtTenant();
    for (const connection of [database, undefined]) {
      await browser.visit(await client.buildAuthorizeUrl({ connection }));
      await makeClient({}).completeCallback();
      expect(client.lastSignIn()).toEqual({ ...(connection && { connection }), at: Date.now() });
    }
  });

  test("is forgotten by an app that no longer wants it", async () => {
    const { client, makeClient } = await openSession();
    const former = makeClient({ rememberLastSignIn: true });
    await former.login(ada);
    expect(client.lastSignIn()).toBeUndefined();
    expect(former.lastSignIn()).toBeDefined();
    await client.login(ada);
    expect(former.lastSignIn()).toBeUndefined();
    expect(localStorage.getItem(hint)).toBeNull();
  });
});

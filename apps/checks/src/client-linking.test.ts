// @vitest-environment jsdom
import { isAuthError, type AuthConfig, type ProvenIdentity } from "@portico/core";
import { describe, expect, test, vi } from "vitest";
import {
  ada,
  asked,
  failureOf,
  openPage,
  requestsTo,
  turnsUntil,
  type ClientPage,
} from "./client-page.js";
import {
  account,
  managementCalls,
  openSignedIn,
  other,
  sessionOf,
  typing,
  writes,
} from "./client-signed-in.js";

/** What a linked account still tells. */
const profileOf = (email: string) => expect.objectContaining({ email });
const third = { username: "alan@example.com", password: "Somebody-Else-1912" };

/** A page where Ada is signed in and somebody has proven another account to be theirs. */
async function openProven(config: Partial<AuthConfig> = {}) {
  const page = await openSignedIn(config);
  const proven = await typing(page, page.client.proveIdentity(), other);
  page.tenant.clearRequests();
  const own = sessionOf(page).user.sub;
  return { ...page, own, proven, path: `/api/v2/users/${own}/identities` };
}

/** Proves one more account. */
async function proveThird(page: ClientPage): Promise<ProvenIdentity> {
  const { username: email, password } = third;
  await page.tenant.seed({ clients: [], users: [{ email, password }] });
  const proven = await typing(page, page.client.proveIdentity(), third);
  page.tenant.clearRequests();
  return proven;
}

/** Waits until the tenant was asked for a path in the background, and what it has said has settled. */
async function answered(page: ClientPage, path: string): Promise<void> {
  await asked(page, path);
  let still = 0;
  await turnsUntil(page.browser, () => {
    const { begun, ended } = page.browser.traffic();
    still = begun === ended ? still + 1 : 0;
    return still > 20;
  });
}

/** Why a token is not taken; undefined where it is. */
const reasonOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => isAuthError(error, "invalid_token") && error.details.reason,
  );

describe("linkIdentity", () => {
  test("makes the other account one of the user's, by the proof alone", async () => {
    const page = await openProven();
    const { client, browser, before, own, proven, path } = page;
    const identities = await client.linkIdentity(proven);
    expect(identities).toEqual([account(own), account(proven.user.sub, profileOf(other.username))]);
    expect(writes(page)).toEqual([`POST ${path}`]);
    expect(browser.said(encodeURI(path))).toEqual([{ link_with: expect.stringMatching(/^eyJ/) }]);
    // What the tenant knows then of whoever is signed in there says nothing about this page's user.
    await answered(page, "/authorize");
    expect(sessionOf(page)).toBe(before);
    expect(await failureOf(client.linkIdentity(proven))).toMatchObject({
      message: expect.stringContaining("Nothing was sent. Pass the object that proveIdentity"),
    });
    expect(writes(page)).toHaveLength(1);
  });

  test("is followed by newer tokens where a refresh token gives them", async () => {
    const page = await openProven({ scope: "openid email offline_access" });
    const { client, tenant, browser, before, proven } = page;
    const token = await client.getAccessToken();
    await client.linkIdentity(proven);
    await turnsUntil(browser, () => sessionOf(page) !== before);
    expect(requestsTo(tenant)).toContain("POST /oauth/token");
    expect(await client.getAccessToken()).not.toBe(token);
    expect(sessionOf(page).user.email).toBe(ada.username);
  });

  test("leaves a session alone that nobody at the tenant goes with any more", async () => {
    const page = await openProven();
    const linking = page.client.linkIdentity(page.proven);
    page.tenant.endSessions();
    await linking;
    await answered(page, "/authorize");
    expect(sessionOf(page)).toBe(page.before);
  });

  test("sends two accounts apart, and one that is given twice once", async () => {
    const page = await openProven();
    const proven = await proveThird(page);
    const { client, path } = page;
    const [one, again, next] = await Promise.all([
      client.linkIdentity(page.proven),
      client.linkIdentity(page.proven),
      client.linkIdentity(proven),
    ]);
    expect(one).toBe(again);
    expect(next).not.toBe(one);
    expect(writes(page)).toEqual([`POST ${path}`, `POST ${path}`]);
    expect(await client.management.listIdentities(page.own as "auth0|1")).toHaveLength(3);
  });

  test("is nothing for the user's own account, and keeps the proof", async () => {
    const page = await openSignedIn();
    const proven = await typing(page, page.client.proveIdentity());
    for (const _time of ["once", "again"]) {
      expect(await failureOf(page.client.linkIdentity(proven))).toEqual({
        name: "AuthError",
        code: "invalid_request",
        details: {},
      });
    }
    expect(writes(page)).toEqual([]);
  });

  test("is nothing for whoever has signed in since the proof", async () => {
    const page = await openProven();
    await proveThird(page);
    await page.client.login(third);
    const failure = await failureOf(page.client.linkIdentity(page.proven));
    expect(failure).toMatchObject({ code: "user_changed" });
    expect(writes(page)).toEqual([]);
  });

  test("is for whoever is signed in then, where nobody was at the proof", async () => {
    const page = await openSignedIn();
    await page.client.logout({ local: true });
    const proven = await typing(page, page.client.proveIdentity(), other);
    expect(await failureOf(page.client.linkIdentity(proven))).toMatchObject({
      code: "login_required",
    });
    await page.client.login(ada);
    expect(await page.client.linkIdentity(proven)).toHaveLength(2);
  });

  test.each([
    ["not older than ten minutes and the leeway", 660_000, undefined],
    ["older", 661_000, "authentication_time"],
  ])("takes a proof that is %s", async (_, age, reason) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
    const page = await openProven();
    vi.setSystemTime(1_800_000_000_000 + age);
    expect(await reasonOf(page.client.linkIdentity(page.proven))).toBe(reason);
    expect(writes(page)).toHaveLength(reason ? 0 : 1);
  });

  test.each([
    ["not older than ten minutes and the leeway", 660_000, undefined],
    ["older", 660_001, "authentication_time"],
  ])("takes a proof by code that is %s", async (_, age, reason) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
    const page = await openSignedIn();
    const { client, tenant } = page;
    const to = "grace@example.com";
    const { challenge } = await client.passwordless.start({ email: to, remember: false });
    const { code: otp = "" } = await tenant.inbox.wait({ to });
    const proven = await client.passwordless.prove(challenge, { otp });
    expect(proven.provenAt).toBe(1_800_000_000_000);
    tenant.clearRequests();
    vi.setSystemTime(1_800_000_000_000 + age);
    expect(await reasonOf(client.linkIdentity(proven))).toBe(reason);
    expect(writes(page)).toHaveLength(reason ? 0 : 1);
  });

  test.each([
    ["network", "network", 1],
    ["html502", "server", 1],
    ["html200", "invalid_response", 1],
    ["429-global", "rate_limited", 0],
    ["empty403", "access_denied", 0],
  ] as const)(
    "that meets %s fails as %s, and looks %i times what came of it",
    async (fault, code, looks) => {
      const page = await openProven();
      const { tenant, client, proven, own, path } = page;
      tenant.faults.add({ match: { path }, fault });
      expect(await failureOf(client.linkIdentity(proven))).toMatchObject({ code });
      expect(managementCalls(page)).toEqual([
        ...(looks ? [`GET /api/v2/users/${own}`] : []),
        `POST ${path}`,
      ]);
    },
  );

  test("that gets no answer in time is looked up, and not sent again", async () => {
    const page = await openProven({ deadlines: { request: 4000 } });
    const { client, tenant, own, proven, path } = page;
    tenant.faults.add({ match: { path }, fault: "hang" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const linking = failureOf(client.linkIdentity(proven));
    await asked(page, encodeURI(path));
    vi.advanceTimersByTime(4000);
    const failure = await linking;
    expect(failure).toMatchObject({ code: "timeout", details: { deadline: 4000 } });
    expect(JSON.stringify(failure)).not.toContain("eyJ");
    expect(managementCalls(page)).toEqual([`GET /api/v2/users/${own}`, `POST ${path}`]);
    expect(await failureOf(client.linkIdentity(proven))).toMatchObject({
      message: expect.stringContaining("Nothing was sent."),
    });
    expect(tenant.state().users.map(({ email }) => email)).toContain(other.username);
  });

  test("is nothing for nobody, and neither is taking an account away", async () => {
    const { client, tenant } = await openPage();
    const nobody = { code: "login_required" };
    const unproven = { user: {} } as ProvenIdentity;
    expect(await failureOf(client.linkIdentity(unproven))).toMatchObject(nobody);
    const identity = { provider: "auth0", userId: "x" };
    expect(await failureOf(client.unlinkIdentity(identity))).toMatchObject(nobody);
    expect(tenant.requests()).toEqual([]);
  });

  test("whose answer is lost has succeeded where the account is there", async () => {
    const page = await openProven();
    page.tenant.faults.add({ match: { path: page.path }, fault: "answer-lost" });
    expect(await page.client.linkIdentity(page.proven)).toHaveLength(2);
    expect(writes(page)).toEqual([`POST ${page.path}`]);
  });
});

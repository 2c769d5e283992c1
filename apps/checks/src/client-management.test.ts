// @vitest-environment jsdom
import type { Identity, Management, UserId } from "@portico/core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { failureOf, openPage, requestsTo, tenantOrigin, turnsUntil } from "./client-page.js";
import {
  account,
  managementCalls,
  openSignedIn,
  other,
  queryOf,
  sessionOf,
  typing,
  writes,
} from "./client-signed-in.js";

const audience = `${tenantOrigin}/api/v2/`;
const start = 1_800_000_000_000;

/** A page where Ada is signed in, and the path of her user at the Management API. */
async function openAda(...given: Parameters<typeof openSignedIn>) {
  const page = await openSignedIn(...given);
  const own = page.before.user.sub as UserId;
  return { ...page, own, user: `/api/v2/users/${own}` };
}

describe("management", () => {
  type Call = (management: Management, own: UserId) => Promise<unknown>;
  const metadata = ["create:current_user_metadata", "update:current_user_metadata"];
  const key = { deviceName: "Phone", deviceId: "phone-1", value: "a2V5" };
  const nobody = { provider: "auth0", userId: "nobody" };

  test.each<[string, Call, string[], string, object]>([
    ["getUser", (api, own) => api.getUser(own), ["read:current_user"], "GET {user}", {}],
    [
      "listIdentities",
      (api, own) => api.listIdentities(own),
      ["read:current_user"],
      "GET {user}",
      {},
    ],
    [
      "updateUserMetadata",
      (api, own) => api.updateUserMetadata(own, { a: 1 }),
      metadata,
      "PATCH {user}",
      { user_metadata: { a: 1 } },
    ],
    [
      "updateUserMetadata that removes",
      (api, own) => api.updateUserMetadata(own, { a: null, b: undefined }),
      [...metadata, "delete:current_user_metadata"],
      "PATCH {user}",
      { user_metadata: { a: null } },
    ],
    [
      "patchUserAttributes",
      (api, own) => api.patchUserAttributes(own, { user_metadata: { a: 2 } }),
      metadata,
      "PATCH {user}",
      { user_metadata: { a: 2 } },
    ],
    [
      "linkIdentity",
      (api, own) => api.linkIdentity(own, { idToken: "a.b.c" }),
      ["update:current_user_identities"],
      "POST {user}/identities",
      { link_with: "a.b.c" },
    ],
    [
      "unlinkIdentity",
      (api, own) => api.unlinkIdentity(own, nobody),
      ["update:current_user_identities"],
      "DELETE {user}/identities/auth0/nobody",
      {},
    ],
    [
      "createDeviceCredential",
      (api) => api.createDeviceCredential(key),
      ["create:current_user_device_credentials"],
      "POST /api/v2/device-credentials",
      { type: "public_key", device_name: "Phone", device_id: "phone-1", value: "a2V5" },
    ],
    [
      "deleteDeviceCredential",
      (api) => api.deleteDeviceCredential("x/y"),
      ["delete:current_user_device_credentials"],
      "DELETE /api/v2/device-credentials/x/y",
      {},
    ],
  ])("%s goes with a token of the scopes that it takes", async (_, call, scopes, line, body) => {
    const page = await openAda();
    const { client, browser, user } = page;
    // What the tenant says to it is told elsewhere.
    await call(client.management, page.own).catch(() => {});
    const { src } = browser.frames.at(-1) ?? {};
    expect(queryOf(src)).toMatchObject({
      audience,
      scope: ["openid", ...scopes].join(" "),
      prompt: "none",
    });
    expect(managementCalls(page)).toEqual([line.replace("{user}", user)]);
    const path = line
      .replace(/^\w+ /, "")
      .replace("{user}", encodeURI(user))
      .replace("x/y", "x%2Fy");
    expect(browser.said(path)).toEqual([body]);
    expect(sessionOf(page)).toBe(page.before);
  });

  test("answers with the tenant's answer, and keeps its tokens for the next call", async () => {
    const { client, own, before, tenant } = await openAda();
    const { management } = client;
    expect(management.audience).toBe(audience);
    expect(await management.getUser(own)).toMatchObject({ userId: own, email: "ada@example.com" });
    tenant.clearRequests();
    expect(await management.listIdentities(own)).toEqual([account(own)]);
    expect(requestsTo(tenant)).toHaveLength(1);
    const id = await management.createDeviceCredential(key);
    expect(id).toEqual(expect.any(String));
    expect(await management.deleteDeviceCredential(id)).toBeUndefined();
    expect(client.session.get()).toEqual({ status: "authenticated", session: before });
  });

  test("renews a token that would not last another minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: start });
    const { client, own, tenant } = await openAda();
    const lifetime = 86_400_000;
    const isRenewed = async (left: number) => {
      vi.setSystemTime(start + lifetime - left);
      tenant.clearRequests();
      await client.management.getUser(own);
      return requestsTo(tenant).includes("POST /oauth/token");
    };
    expect(await isRenewed(lifetime)).toBe(true);
    expect(await isRenewed(60_001)).toBe(false);
    expect(await isRenewed(60_000)).toBe(true);
  });

  test("is for somebody who is signed in", async () => {
    const { client, tenant } = await openPage();
    expect(await failureOf(client.management.getUser("auth0|1"))).toMatchObject({
      code: "login_required",
    });
    expect(tenant.requests()).toEqual([]);
  });

  test("fails with what its access token fails with", async () => {
    const { client, own, tenant, makeClient } = await openAda();
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: "json500" });
    expect(await failureOf(client.management.getUser(own))).toMatchObject({ code: "server" });
    const elsewhere = makeClient({ managementDomain: "own.portico.example" });
    await elsewhere.checkSession();
    expect(elsewhere.management.audience).toBe("https://own.portico.example/api/v2/");
    expect(await failureOf(elsewhere.management.getUser(own))).toMatchObject({
      code: "access_denied",
    });
    expect(requestsTo(tenant).filter((line) => line.includes("/api/"))).toEqual([]);
  });

  test("waits no longer than the configuration says, and as long as its signal lets it", async () => {
    const page = await openAda({ deadlines: { request: 4000 } });
    const { client, own, tenant, browser } = page;
    await client.management.getUser(own);
    tenant.faults.add({ match: { path: page.user }, fault: "hang", times: "always" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const waiting = failureOf(client.management.getUser(own));
    await turnsUntil(browser, () => managementCalls(page).length === 2);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await waiting).toMatchObject({ code: "timeout", details: { deadline: 4000 } });
    const aborting = new AbortController();
    const aborted = failureOf(client.management.getUser(own, { signal: aborting.signal }));
    await turnsUntil(browser, () => managementCalls(page).length === 3);
    aborting.abort();
    expect(await aborted).toMatchObject({ code: "aborted" });
  });
});

describe("unlinkIdentity", () => {
  /** Links the other account, and gives the path of the account and what is left without it. */
  async function openLinked() {
    const page = await openAda();
    const proven = await typing(page, page.client.proveIdentity(), other);
    const [own, linked] = await page.client.linkIdentity(proven);
    if (!own || !linked) throw new Error("Nothing was linked.");
    page.tenant.clearRequests();
    return { ...page, left: [own], linked, path: `${page.user}/identities/auth0/${linked.userId}` };
  }
  let page: Awaited<ReturnType<typeof openLinked>>;
  beforeEach(async () => {
    page = await openLinked();
  });
  const unlink = (identity: Pick<Identity, "provider" | "userId">) =>
    page.client.unlinkIdentity(identity);

  test("makes the account a user of its own again", async () => {
    const both = await Promise.all([unlink(page.linked), unlink({ ...page.linked })]);
    expect(both).toEqual([page.left, page.left]);
    expect(managementCalls(page)).toEqual([`DELETE ${page.path}`]);
    expect(page.tenant.state().users.map(({ email }) => email)).toContain(other.username);
    expect(sessionOf(page).user).toBe(page.before.user);
  });

  test("sends what differs apart, and fails for what is no account of the user", async () => {
    const nobody = { provider: "auth0", userId: "nobody" };
    const [gone, failure] = await Promise.all([unlink(page.linked), failureOf(unlink(nobody))]);
    expect(gone).toEqual(page.left);
    expect(failure).toMatchObject({ code: "inexistent_user" });
    expect(writes(page)).toHaveLength(2);
  });

  test("never takes the account that the user is known by", async () => {
    const [own] = page.left;
    if (!own) throw new Error("The user has no account.");
    expect(await failureOf(unlink(own))).toEqual({
      name: "AuthError",
      code: "invalid_request",
      details: {},
    });
    expect(page.tenant.requests()).toEqual([]);
  });

  test("is not for whoever is not signed in", async () => {
    await page.client.logout({ local: true });
    expect(await failureOf(unlink(page.linked))).toMatchObject({ code: "login_required" });
  });

  test("whose answer is lost has succeeded where the account is gone", async () => {
    page.tenant.faults.add({ match: { path: page.path }, fault: "answer-lost" });
    expect(await unlink(page.linked)).toEqual(page.left);
    expect(managementCalls(page)).toEqual([`DELETE ${page.path}`, `GET ${page.user}`]);
  });

  test.each([
    ["the account is still there", undefined],
    ["nobody can tell whether it is", "json502"],
  ] as const)("fails as it did where %s", async (_, look) => {
    page.tenant.faults.add({ match: { path: page.path }, fault: "network" });
    if (look) page.tenant.faults.add({ match: { path: page.user }, fault: look });
    expect(await failureOf(unlink(page.linked))).toMatchObject({ code: "network" });
    expect(managementCalls(page)).toEqual([`DELETE ${page.path}`, `GET ${page.user}`]);
  });
});

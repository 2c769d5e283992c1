// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { ada, asked, clientId, passwordRealm, tenantOrigin } from "./client-page.js";
import { openKept, rewrite } from "./client-kept.js";
import { createPort, openSession } from "./client-session.js";

const offline = { scope: "openid offline_access" };
const short = { lifetimes: { accessToken: 600 } };
const api = "https://api.portico.example";
const silent = "GET /authorize";
const token = "POST /oauth/token";
const revoke = "POST /oauth/revoke";
const nobody = { kind: "anonymous" };

/** A tab that is loaded again once its access token has run out. */
async function openOutworn(config = offline) {
  const page = await openKept(config, short);
  await page.leave();
  await page.pass(600_000);
  page.sent();
  return page;
}

describe("a kept session whose access token has run out", () => {
  test("goes on by its refresh token, and keeps the next one", async () => {
    const { nextClient, inTime, sent, storage, tokens } = await openOutworn();
    const before = storage.text;
    const client = await inTime(nextClient());
    expect(sent()).toEqual(["GET /.well-known/jwks.json", token]);
    expect(await client.getAccessToken()).not.toBe(tokens.access);
    expect(storage.text).not.toBe(before);
    expect(await client.getAccessToken({ minValidity: 1000 })).toEqual(expect.any(String));
    expect(sent()).toEqual([token]);
  });

  test("is over where that is refused", async () => {
    const { makeClient, inTime, sent, storage, tenant } = await openOutworn();
    await tenant.reset();
    sent();
    const client = makeClient({});
    expect(await inTime(client.start())).toEqual(nobody);
    expect(sent()).toContain(token);
    expect(storage.text).toBeNull();
  });

  test.each(["network", "json500", "429-global", "html200"] as const)(
    "stays for the next start where the tenant could not be asked: %s",
    async (fault) => {
      const { makeClient, nextClient, inTime, storage, tenant } = await openOutworn();
      const { text } = storage;
      tenant.faults.add({ match: { path: "/oauth/token" }, fault });
      expect(await inTime(makeClient({}).start())).toEqual(nobody);
      expect(storage.text).toBe(text);
      const client = await inTime(nextClient());
      expect(client.session.get().status).toBe("authenticated");
    },
  );

  test("is over where it has none, and the tenant is asked", async () => {
    const { makeClient, inTime, sent, storage } = await openOutworn({ scope: "openid" });
    const client = makeClient({ checkSessionOnStart: true });
    const started = client.start();
    expect(await inTime(started)).toMatchObject({ kind: "authenticated" });
    expect(sent()).toContain(silent);
    expect(storage.text).toContain("idToken");
  });
});

describe("a kept session", () => {
  test("stays for the next start where the keys were not to be had", async () => {
    const { leave, makeClient, nextClient, inTime, storage, tenant } = await openKept();
    await leave();
    const { text } = storage;
    tenant.faults.add({ fault: "jwks-down", times: "always" });
    expect(await inTime(makeClient({}).start())).toEqual(nobody);
    expect(storage.text).toBe(text);
    tenant.faults.clear();
    expect((await nextClient()).session.get().status).toBe("authenticated");
  });

  test("stays where the start is stopped meanwhile", async () => {
    const page = await openKept();
    const { leave, makeClient, inTime, storage, tenant } = page;
    await leave();
    const { text } = storage;
    const path = "/.well-known/jwks.json";
    tenant.faults.add({ match: { path }, fault: { kind: "delay", ms: 100 } });
    const client = makeClient({});
    const started = client.start();
    await asked(page, path);
    client.stop();
    vi.advanceTimersByTime(0);
    expect(await started).toMatchObject({ kind: "anonymous", error: { code: "aborted" } });
    expect(client.session.get()).toEqual({ status: "starting" });
    expect(storage.text).toBe(text);
    expect(await inTime(client.start())).toMatchObject({ kind: "authenticated" });
  });

  test.each(["here", "by its end"])("is gone with the session: %s", async (how) => {
    const { client, storage, tenant, pass, until } = await openKept({}, short);
    if (how === "here") await client.logout({ local: true });
    else {
      tenant.endSessions();
      await pass(600_000);
      await until(() => client.session.get().status === "anonymous");
    }
    expect(storage.text).toBeNull();
  });
});

describe("a duplicated tab", () => {
  test("has a copy of the session, and leaves its refresh token alone", async () => {
    const { client, makeClient, inTime, storage, sent, quiet } = await openKept(offline);
    sent();
    const copy = createPort(storage.text);
    const next = makeClient({ storage: copy });
    await inTime(next.start());
    await quiet();
    expect(next.session.get()).toMatchObject({ session: { hasRefreshToken: false } });
    expect(copy.text).not.toContain("refreshToken");
    expect(client.session.get()).toMatchObject({ session: { hasRefreshToken: true } });
    expect(storage.text).toContain("refreshToken");
    sent();
    await next.getAccessToken({ minValidity: 1e7 });
    expect(sent()).toEqual([silent, token]);
  });

  test("signs nobody in by it alone", async () => {
    const { makeClient, inTime, storage, sent, tenant } = await openKept(offline, short);
    const copy = createPort(storage.text);
    rewrite(copy, ({ accessTokens }) => accessTokens.splice(0));
    sent();
    const next = makeClient({ storage: copy });
    expect(await inTime(next.start())).toEqual(nobody);
    expect(sent()).not.toContain(token);
    expect(copy.text).toBeNull();
    expect(tenant.state().counts.refreshTokens).toBe(1);
  });
});

describe("a page that another one of its tab went on from", () => {
  const comeBack = (persisted: boolean) =>
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted }));

  test.each([
    ["forgets its refresh token, which may be spent", true, true, [silent]],
    ["keeps it where nothing was written", true, false, [token]],
    ["keeps it where it never slept", false, true, [token]],
  ])("%s", async (_, persisted, isWritten, requests) => {
    const { client, storage, sent, quiet } = await openKept(
      { ...offline, loginVia: "password-realm" },
      { client: { grantTypes: [passwordRealm, "refresh_token"] } },
    );
    if (isWritten) storage.text = "what another page has written";
    comeBack(persisted);
    await quiet();
    sent();
    await client.getAccessToken({ minValidity: 1e7 }).catch(() => {});
    expect(sent()).toEqual(requests);
  });
});

test("a fresh proof for another API is kept, too", async () => {
  const { client, leave, nextClient } = await openKept(
    { loginVia: "password-realm" },
    { client: { grantTypes: [passwordRealm] } },
  );
  const access = await client.getAccessToken();
  const id = client.getIdToken();
  await client.reauthenticate({ audience: api, password: ada.password });
  expect(client.getIdToken()).not.toBe(id);
  await leave();
  const next = await nextClient();
  expect(next.getIdToken()).toBe(client.getIdToken());
  expect(await next.getAccessToken()).toBe(access);
});

describe("sessionStorage", () => {
  const key = `portico.session.${new URL(tenantOrigin).host}.${clientId}`;

  test("keeps the session of one application at one tenant, until the sign-out", async () => {
    const { client, started, nextClient, sent } = await openSession({
      storage: "session",
      ...offline,
    });
    await started();
    expect(sessionStorage).toHaveLength(0);
    await client.login(ada);
    expect(Object.keys(sessionStorage)).toEqual([key]);
    client.stop();
    const next = await nextClient({ checkSessionOnStart: false });
    expect(next.session.get()).toEqual(client.session.get());
    sent();
    await next.logout({ local: true });
    expect(sessionStorage).toHaveLength(0);
    expect(sent()).toEqual([revoke]);
  });

  test("is left alone unless the app wants it", async () => {
    const { client, started } = await openSession();
    await started();
    await client.login(ada);
    expect(sessionStorage).toHaveLength(0);
  });

  test("that refuses from the start leaves the session in memory", async () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("", "QuotaExceededError");
    });
    const { client, started } = await openSession({ storage: "session" });
    await started();
    expect(await client.login(ada)).toMatchObject({ kind: "authenticated" });
    expect(client.session.get()).toMatchObject({ status: "authenticated" });
    expect(sessionStorage).toHaveLength(0);
  });

  test("that refuses leaves the session in memory, and nothing older where it is", async () => {
    const { client, started } = await openSession({ storage: "session" });
    await started();
    await client.login(ada);
    const refuse = () => {
      throw new DOMException("", "QuotaExceededError");
    };
    const set = vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse);
    await client.getAccessToken({ audience: api });
    expect(client.session.get().status).toBe("authenticated");
    expect(sessionStorage.getItem(key)).toBeNull();
    set.mockRestore();
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(refuse);
    vi.spyOn(Storage.prototype, "removeItem").mockImplementation(refuse);
    await expect(client.logout({ local: true })).resolves.toEqual(nobody);
  });
});

// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { openKept, rewrite, type Kept } from "./client-kept.js";
import { passwordRealm } from "./client-page.js";

const offline = { scope: "openid offline_access" };
const api = "https://api.portico.example";
const keys = "GET /.well-known/jwks.json";
const silent = "GET /authorize";
const token = "POST /oauth/token";

const nobody = { kind: "anonymous" };

describe("a session in storage", () => {
  test("goes on after a reload with all of its tokens, and is asked for at no tenant", async () => {
    const { leave, makeClient, sent, tokens, session } = await openKept();
    await leave();
    const client = makeClient({});
    expect(await client.start()).toEqual({ kind: "authenticated", session });
    expect(await client.getAccessToken()).toBe(tokens.access);
    expect(client.getIdToken()).toBe(tokens.id);
    expect(sent()).toEqual([keys]);
  });

  test("is looked after where the tenant has been seen, whatever becomes of the start", async () => {
    const { leave, makeClient, sent, until, session, storage, tenant } = await openKept();
    await leave();
    tenant.endSessions();
    const client = makeClient({ checkSessionOnStart: true });
    expect(await client.start()).toEqual({ kind: "authenticated", session });
    await until(() => client.session.get().status === "anonymous");
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    expect(storage.text).toBeNull();
    expect(sent()).toEqual([keys, silent]);
  });

  test("is not, where it never was: who is not seen there may be hidden", async () => {
    const config = { loginVia: "password-realm" } as const;
    const grantTypes = [passwordRealm];
    const { leave, makeClient, sent, quiet, session } = await openKept(config, {
      client: { grantTypes },
    });
    await leave();
    const client = makeClient({ checkSessionOnStart: true });
    expect(await client.start()).toEqual({ kind: "authenticated", session });
    await quiet();
    expect(sent()).toEqual([keys]);
  });

  test("has the tokens of other APIs that last, and not the others", async () => {
    const { client, leave, nextClient, sent, storage, pass } = await openKept();
    const other = { audience: api, scope: "read:projects" };
    const lasting = await client.getAccessToken(other);
    await client.getAccessToken({ audience: api, scope: "write:projects" });
    await leave();
    const now = Date.now() + 5000;
    rewrite(storage, ({ accessTokens }) => {
      for (const [key, access] of accessTokens) {
        if (key.includes("write")) access.expiresAt = now;
        if (key.includes("read")) access.expiresAt = now + 1;
      }
    });
    await pass(5000);
    const next = await nextClient();
    expect(await next.getAccessToken({ ...other, minValidity: 0 })).toBe(lasting);
    expect(sent()).toEqual([keys]);
    expect(storage.text).not.toContain("write:projects");
  });

  test.each([
    ["a whole second", 1000, [keys]],
    ["less than a second", 999, [keys, token]],
  ])("goes on by its access token while %s is left of it", async (_, left, requests) => {
    const page = await openKept(offline, { lifetimes: { accessToken: 600 } });
    const { leave, makeClient, sent, pass, session, inTime } = page;
    await leave();
    await pass(session.expiresAt - Date.now() - left);
    const client = makeClient({});
    expect(await inTime(client.start())).toMatchObject({ kind: "authenticated" });
    expect(sent()).toEqual(requests);
  });
});

describe("what storage says", () => {
  test.each<[string, (kept: Kept) => unknown]>([
    ["another signature", (kept) => (kept.idToken = `${kept.idToken.slice(0, -8)}AAAAAAAA`)],
    ["another user", (kept) => (kept.subject = "auth0|mallory")],
    ["no access token of its own", (kept) => (kept.accessTokens = [])],
  ])("signs nobody in with %s, and is dropped", async (_, change) => {
    const { leave, makeClient, storage } = await openKept();
    await leave();
    rewrite(storage, change);
    const client = makeClient({});
    expect(await client.start()).toEqual(nobody);
    expect(client.session.get()).toEqual({ status: "anonymous" });
    expect(storage.text).toBeNull();
  });

  test.each(["", "null", "[]", "{}", "{", '{"idToken":"x"}', "7"])(
    "signs nobody in where it is something else: %j",
    async (text) => {
      const { leave, makeClient, storage } = await openKept();
      await leave();
      storage.text = text;
      expect(await makeClient({}).start()).toEqual(nobody);
    },
  );

  test("counts no longer once somebody has signed out since", async () => {
    const { leave, makeClient, storage, client, pass } = await openKept();
    const text = storage.text;
    await leave();
    await pass(1);
    await client.logout({ local: true });
    // This tab was closed then, and is opened again.
    storage.text = text;
    expect(await makeClient({}).start()).toEqual(nobody);
    expect(storage.text).toBeNull();
  });
});

describe("a response in the address of a tab that keeps a session", () => {
  /** Such a tab, of which no silent answer is to be had. */
  async function openHidden() {
    const page = await openKept(
      { loginVia: "password-realm" },
      { client: { grantTypes: [passwordRealm, "authorization_code"] } },
    );
    await page.leave();
    return { ...page, client: page.makeClient({}) };
  }

  test.each(["?code=abc&state=forged", "?error=access_denied&state=forged"])(
    "that nobody has asked for leaves the session: %s",
    async (response) => {
      const { client, session, sent } = await openHidden();
      window.history.replaceState(null, "", response);
      expect(await client.start()).toEqual({ kind: "authenticated", session });
      expect(sent()).toEqual([keys, silent]);
    },
  );

  test("that the tenant has refused leaves the session, and asks nobody", async () => {
    const { client, session, browser, sent } = await openHidden();
    await browser.visit(await client.buildAuthorizeUrl({ prompt: "none" }));
    sent();
    expect(await client.start()).toEqual({ kind: "authenticated", session });
    expect(sent()).toEqual([keys]);
  });

  test("that signs somebody in takes its place, in storage too", async () => {
    const { client, session, browser, storage, until, signInAtTenant } = await openHidden();
    const before = storage.text;
    await signInAtTenant();
    await browser.visit(await client.buildAuthorizeUrl());
    const started = await client.start();
    expect(started).not.toEqual({ kind: "authenticated", session });
    expect(started.kind).toBe("authenticated");
    await until(() => storage.text !== before);
    expect(JSON.parse(storage.text ?? "")).toMatchObject({ idToken: client.getIdToken() });
  });
});

// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { ada, asked, passwordRealm } from "./client-page.js";
import { openKept, rewrite } from "./client-kept.js";

const offline = { scope: "openid offline_access" };
const jwks = "/.well-known/jwks.json";
const token = "POST /oauth/token";
const nobody = { kind: "anonymous" };
const byGrant = { client: { grantTypes: [passwordRealm, "refresh_token", "authorization_code"] } };
const mary = { email: "mary@example.com", password: "Mechanism-of-the-Heavens-1831" };

const channels: BroadcastChannel[] = [];
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

/** The tab that a kept session comes from, which answers when the test says so. */
function listen() {
  const channel = new BroadcastChannel("portico.session.id.portico.example.portico-demo");
  const heard: Record<string, unknown>[] = [];
  channel.addEventListener("message", ({ data }) => heard.push(data));
  channels.push(channel);
  const answer = () => channel.postMessage({ type: "answer", id: heard[0]?.["id"] });
  return { heard, answer };
}

describe("while a kept session is being taken up", () => {
  test("who signs out here is not signed in by it", async () => {
    const page = await openKept();
    const { leave, makeClient, inTime, storage, tenant } = page;
    await leave();
    tenant.faults.add({ match: { path: jwks }, fault: { kind: "delay", ms: 20 } });
    const client = makeClient({});
    const started = client.start();
    await asked(page, jwks);
    await client.logout({ local: true });
    expect(await inTime(started)).toMatchObject({ kind: "anonymous" });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    expect(storage.text).toBeNull();
  });

  test("who signs in takes its place, whatever its refresh token brings", async () => {
    const lifetimes = { accessToken: 600 };
    const page = await openKept(
      { ...offline, loginVia: "password-realm" },
      { ...byGrant, lifetimes },
    );
    const { leave, makeClient, inTime, storage, tenant, quiet, pass } = page;
    await leave();
    await pass(600_000);
    const match = { grantType: "refresh_token" };
    tenant.faults.add({ match, fault: { kind: "delay", ms: 50 } });
    tenant.clearRequests();
    const client = makeClient({});
    const started = client.start();
    await quiet();
    vi.advanceTimersByTime(400);
    await asked(page, "/oauth/token");
    await client.login({ ...ada, scope: "openid" });
    const state = client.session.get();
    expect(await inTime(started)).toMatchObject({ kind: "authenticated" });
    expect(client.session.get()).toBe(state);
    expect(storage.text).not.toContain("refreshToken");
  });
});

describe("whether a kept session was copied", () => {
  test("is asked for 400 ms where it has a refresh token to use", async () => {
    const { leave, makeClient, storage, sent, quiet, pass } = await openKept(offline);
    await leave();
    rewrite(storage, ({ accessTokens }) => accessTokens.splice(0));
    const { heard } = listen();
    const started = makeClient({}).start();
    await quiet();
    await pass(399);
    expect(heard).toEqual([{ type: "question", id: expect.any(String), tab: expect.any(String) }]);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(await started).toMatchObject({ kind: "authenticated" });
    expect(sent()).toContain(token);
  });

  test("is not asked where it has none", async () => {
    const { leave, nextClient, quiet } = await openKept();
    await leave();
    const { heard } = listen();
    await nextClient();
    await quiet();
    expect(heard).toEqual([]);
  });

  test.each(["signed out", "signed in anew"])(
    "is of no interest to somebody who has %s by then",
    async (how) => {
      const { leave, nextClient, quiet } = await openKept(offline);
      await leave();
      const { answer } = listen();
      const client = await nextClient();
      await quiet();
      if (how === "signed out") await client.logout({ local: true });
      else await client.login(ada);
      const state = client.session.get();
      answer();
      await quiet();
      expect(client.session.get()).toBe(state);
    },
  );
});

describe("a kept session", () => {
  test("goes on by its refresh token once its ID token is outworn", async () => {
    const lifetimes = { idToken: 300, accessToken: 600 };
    const { leave, makeClient, inTime, sent, pass } = await openKept(offline, { lifetimes });
    await leave();
    await pass(361_000);
    expect(await inTime(makeClient({}).start())).toMatchObject({ kind: "authenticated" });
    expect(sent()).toContain(token);
  });

  test("is nobody's whose ID token alone is somebody else's", async () => {
    const { client, leave, makeClient, storage } = await openKept();
    const { text } = storage;
    await client.signup(mary);
    const idToken = client.getIdToken() ?? "";
    await leave();
    storage.text = text;
    rewrite(storage, (kept) => (kept.idToken = idToken));
    expect(await makeClient({}).start()).toEqual(nobody);
    expect(storage.text).toBeNull();
  });

  test("stays where it could not be found out who is signed in", async () => {
    const { leave, makeClient, inTime, storage, tenant } = await openKept();
    await leave();
    const { text } = storage;
    tenant.faults.add({ fault: "jwks-down", times: "always" });
    tenant.faults.add({ fault: "wm-silent" });
    const client = makeClient({ checkSessionOnStart: true });
    expect(await inTime(client.start())).toMatchObject({ error: { code: "timeout" } });
    expect(client.session.get()).toMatchObject({ reason: "unknown" });
    expect(storage.text).toBe(text);
  });

  test("is left alone by a page that has stopped", async () => {
    const { client, storage, pass, quiet } = await openKept(offline);
    client.stop();
    await pass(0);
    storage.text = "what another page has written";
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await quiet();
    expect(storage.text).toBe("what another page has written");
  });
});

// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { ada, asked } from "./client-page.js";
import { stubLocks } from "./client-locks.js";
import { createPort, openSession, statesOf } from "./client-session.js";

const silent = "GET /authorize";
const token = "POST /oauth/token";
const api = "https://api.portico.example";
const other = { email: "mary@example.com", password: "Mechanism-of-the-Heavens-1831" };

/** Two tabs of one browser, in which nobody is signed in. */
async function openTabs() {
  stubLocks();
  const page = await openSession();
  const first = await page.started();
  const storage = createPort();
  const second = await page.nextClient({ storage });
  await page.quiet();
  page.sent();
  return { ...page, first, second, storage };
}

/** Two tabs in which Ada is signed in. */
async function openSignedInTabs() {
  const tabs = await openTabs();
  const { first, second, until, quiet, sent } = tabs;
  await first.login(ada);
  await until(() => second.session.get().status === "authenticated");
  await quiet();
  sent();
  return tabs;
}

const signedIn = (session = {}) => ({
  status: "authenticated",
  session: expect.objectContaining(session),
});

describe("another tab", () => {
  test("in which somebody signs in signs this one in, by the tenant's own session", async () => {
    const { first, second, until, sent } = await openTabs();
    const states = statesOf(second);
    const { session } = (await first.login(ada)) as { session: { user: object } };
    await until(() => states.length > 0);
    expect(states).toEqual([signedIn({ user: session.user, hasRefreshToken: false })]);
    expect(sent()).toEqual([silent, silent, "POST /co/authenticate", token, token]);
  });

  test("of another application is not heard", async () => {
    const { makeClient, second, quiet } = await openTabs();
    await makeClient({ domain: "http://localhost:4199" }).logout({ local: true });
    const states = statesOf(second);
    await quiet();
    expect(states).toEqual([]);
  });

  test("in which somebody signs out signs this one out, and empties its storage", async () => {
    const { first, second, storage, until, sent } = await openSignedInTabs();
    const states = statesOf(second);
    expect(storage.text).toContain("idToken");
    expect(await first.logout({ local: true })).toEqual({ kind: "anonymous" });
    expect(first.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    await until(() => states.length > 0);
    expect(states).toEqual([{ status: "anonymous", reason: "signed_out_elsewhere" }]);
    expect(storage.text).toBeNull();
    expect(sent()).toEqual([]);
  });

  test("in which somebody else signs in goes over to them, and this one follows", async () => {
    const { first, second, until } = await openSignedInTabs();
    const states = statesOf(second);
    await first.signup(other);
    await until(() => states.length > 1);
    expect(states).toEqual([
      { status: "anonymous", reason: "user_changed" },
      signedIn({ user: expect.objectContaining({ email: other.email }) }),
    ]);
  });

  test("is not followed by one that has stopped", async () => {
    const { first, second, quiet } = await openSignedInTabs();
    const states = statesOf(second);
    second.stop();
    await first.logout({ local: true });
    await quiet();
    expect(states).toEqual([]);
    // The mark is still there when it starts again.
    expect(localStorage.getItem("portico.signed-out.id.portico.example.portico-demo")).toBe(
      String(Date.now()),
    );
  });
});

describe("what two tabs ask for at the same time", () => {
  test("is asked once, and each has the answer", async () => {
    const page = await openSignedInTabs();
    const { first, second, sent, inTime } = page;
    const params = { audience: api, scope: "read:projects" };
    const calls = [first.getAccessToken(params), second.getAccessToken(params)];
    const [one, two] = await inTime(Promise.all(calls));
    expect(one).toBe(two);
    expect(sent()).toEqual([silent, token]);
  });

  test("is told to be nobody to both", async () => {
    const { first, second, tenant, sent, inTime, pass } = await openSignedInTabs();
    tenant.endSessions();
    await pass(1);
    const outcomes = await inTime(
      Promise.allSettled([first.checkSession(), second.checkSession()]),
    );
    expect(outcomes).toEqual([
      { status: "rejected", reason: expect.objectContaining({ code: "login_required" }) },
      { status: "rejected", reason: expect.objectContaining({ code: "login_required" }) },
    ]);
    for (const { session } of [first, second]) {
      expect(session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    }
    expect(sent()).toEqual([silent]);
  });

  test("is waited for no longer than a silent answer may take", async () => {
    const page = await openSignedInTabs();
    const { first, nextClient, tenant, sent, quiet, pass } = page;
    const patient = await nextClient({ deadlines: { silent: 60_000 } });
    await pass(1);
    sent();
    tenant.faults.add({ fault: "wm-silent" });
    const slow = patient.checkSession().catch(({ code }: { code: string }) => code);
    await asked(page, "/authorize");
    const call = first.checkSession();
    await quiet();
    await pass(9_999);
    expect(sent()).toEqual([silent]);
    await pass(1);
    expect(await call).toMatchObject({ kind: "authenticated" });
    expect(sent()).toEqual([silent, token]);
    await pass(60_000);
    expect(await slow).toBe("timeout");
  });
});

// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { asked, failureOf, turnsUntil, type ClientPage } from "./client-page.js";
import { managementCalls, openSignedIn, other, sessionOf } from "./client-signed-in.js";

/** A page where Ada is signed in and another account is proven by code, with no token for linking yet. */
async function openProven() {
  const page = await openSignedIn();
  const { client, tenant } = page;
  const to = "grace@example.com";
  const { challenge } = await client.passwordless.start({ email: to, remember: false });
  const { code: otp = "" } = await tenant.inbox.wait({ to });
  const proven = await client.passwordless.prove(challenge, { otp });
  tenant.clearRequests();
  return { ...page, proven, user: `/api/v2/users/${page.before.user.sub}` };
}
type Proven = Awaited<ReturnType<typeof openProven>>;

const identity = { provider: "email", userId: "nobody" };
const ways: readonly [string, (page: Proven, signal?: AbortSignal) => Promise<unknown>, string][] =
  [
    [
      "linkIdentity",
      ({ client, proven }, signal) => client.linkIdentity(proven, { signal }),
      "/identities",
    ],
    [
      "unlinkIdentity",
      ({ client }, signal) => client.unlinkIdentity(identity, { signal }),
      "/identities/email/nobody",
    ],
  ];

/** Waits until nothing is under way any more. */
const settled = ({ browser }: ClientPage) =>
  turnsUntil(browser, () => {
    const { begun, ended } = browser.traffic();
    return begun === ended && document.querySelector("iframe") === null;
  });

describe.each(ways)("%s that is given up", (_, call, path) => {
  test("before it began asks nothing", async () => {
    const page = await openProven();
    const failure = await failureOf(call(page, AbortSignal.abort()));
    expect(failure).toMatchObject({ code: "aborted" });
    expect(page.tenant.requests()).toEqual([]);
  });

  test("while its token is fetched takes the frame away, and sends nothing", async () => {
    const page = await openProven();
    page.tenant.faults.add({ match: { path: "/authorize" }, fault: "wm-silent" });
    const aborting = new AbortController();
    const failure = failureOf(call(page, aborting.signal));
    await asked(page, "/authorize");
    aborting.abort();
    expect(await failure).toMatchObject({ code: "aborted" });
    await settled(page);
    expect(managementCalls(page)).toEqual([]);
  });

  test("while it is sent ends the request", async () => {
    const page = await openProven();
    const { tenant, user } = page;
    tenant.faults.add({ match: { path: user + path }, fault: "hang" });
    const aborting = new AbortController();
    const failure = failureOf(call(page, aborting.signal));
    await asked(page, encodeURI(user + path));
    aborting.abort();
    expect(await failure).toMatchObject({ code: "aborted" });
    await settled(page);
    expect(managementCalls(page)).toHaveLength(1);
  });

  test("while it is looked up ends the request", async () => {
    const page = await openProven();
    const { tenant, user } = page;
    tenant.faults.add({ match: { path: user + path }, fault: "network" });
    tenant.faults.add({ match: { path: user }, fault: "hang" });
    const aborting = new AbortController();
    const failure = failureOf(call(page, aborting.signal));
    await asked(page, encodeURI(user));
    aborting.abort();
    expect(await failure).toMatchObject({ code: "aborted" });
    await settled(page);
    expect(managementCalls(page)).toHaveLength(2);
  });
});

describe("a link that is answered late", () => {
  afterEach(() => vi.restoreAllMocks());

  /** Sends the link, lets something happen before its answer is there, and gives that and what was asked after it. */
  async function lateLink(page: Proven, happen: () => Promise<unknown>) {
    const { client, tenant, user } = page;
    const path = encodeURI(`${user}/identities`);
    const { fetch } = tenant;
    vi.spyOn(tenant, "fetch").mockImplementation(async (request) => {
      const response = await fetch(request);
      if (request.method === "POST" && new URL(request.url).pathname === path) {
        await happen();
        tenant.clearRequests();
      }
      return response;
    });
    const identities = await client.linkIdentity(page.proven);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
    return { identities, after: tenant.requests() };
  }

  test("has been made, and nothing is renewed for nobody", async () => {
    const page = await openProven();
    const { identities, after } = await lateLink(page, () => page.client.logout({ local: true }));
    expect(identities).toHaveLength(2);
    expect(after).toEqual([]);
    expect(page.client.session.get().status).toBe("anonymous");
  });

  test("has been made, and nothing is renewed for whoever is signed in by then", async () => {
    const page = await openProven();
    const { identities, after } = await lateLink(page, () => page.client.login(other));
    expect(identities).toHaveLength(2);
    expect(after).toEqual([]);
    expect(sessionOf(page).user.email).toBe(other.username);
  });
});

test("linking takes a token that lasts another minute", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  const page = await openProven();
  const { client, tenant } = page;
  const lifetime = 86_400_000;
  const isRenewed = async (left: number) => {
    vi.setSystemTime(1_800_000_000_000 + lifetime - left);
    tenant.clearRequests();
    expect(await failureOf(client.unlinkIdentity(identity))).toMatchObject({
      code: "inexistent_user",
    });
    return tenant.requests().some(({ path }) => path === "/oauth/token");
  };
  expect(await isRenewed(lifetime)).toBe(true);
  expect(await isRenewed(60_001)).toBe(false);
  expect(await isRenewed(60_000)).toBe(true);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeEngine } from "../testing/fake-engine.js";
import { createAuthClient, type AuthClient } from "./auth-client.js";

const home = window.location.href;
const redirectUri = `${window.location.origin}/callback`;

beforeEach(() => {
  sessionStorage.clear();
  window.history.replaceState(null, "", "/callback");
});
afterEach(() => window.history.replaceState(null, "", home));

/** A client of an application of its own, with the same page for its callbacks as the others. */
function clientOf(clientId: string, user?: { readonly sub: string }): AuthClient {
  const engine = createFakeEngine(user ? { redeem: user } : {});
  return createAuthClient({ domain: "tenant.invalid", clientId, redirectUri, engine });
}

/** Puts the response to a redirect of this client in the address, as the browser does that comes back. */
async function comeBack(client: AuthClient, returnTo: string): Promise<void> {
  const url = new URL(await client.buildAuthorizeUrl({ appState: { returnTo } }));
  window.history.replaceState(null, "", url.pathname + url.search);
}

const asking = { sub: "auth0|asking" };

test.each(["first", "last"])(
  "a response goes to the client of the page that has asked, though it starts %s",
  async (order) => {
    const asked = clientOf("asked", asking);
    const other = clientOf("other");
    await comeBack(asked, "/orders");
    const onRedirectCallback = vi.fn();
    const onOtherCallback = vi.fn();
    const starts = [
      () => asked.start({ onRedirectCallback }),
      () => other.start({ onRedirectCallback: onOtherCallback }),
    ];
    if (order === "last") starts.reverse();
    const started = starts.map((start) => start());
    expect(window.location.search).toBe("");
    await Promise.all(started);
    expect(asked.session.get()).toMatchObject({ session: { user: asking } });
    expect(onRedirectCallback).toHaveBeenCalledExactlyOnceWith({ returnTo: "/orders" }, asking);
    expect(other.session.get()).toEqual({ status: "anonymous" });
    expect(onOtherCallback).not.toHaveBeenCalled();
  },
);

test("it waits for its client, though that starts much later", async () => {
  const asked = clientOf("asked", asking);
  const other = clientOf("other");
  await comeBack(asked, "/orders");
  expect(await other.start()).toEqual({ kind: "anonymous" });
  expect(window.location.search).toBe("");
  expect(await asked.start({ onRedirectCallback: () => {} })).toMatchObject({
    kind: "authenticated",
    session: { user: asking },
  });
  // Nobody gets it twice.
  expect(await clientOf("asked").start()).toEqual({ kind: "anonymous" });
});

test("a response that no client of the page has asked for is the first one's, which says so", async () => {
  window.history.replaceState(null, "", "/callback?code=abc&state=nobody-asked");
  const first = clientOf("first");
  const second = clientOf("second");
  const [one, other] = await Promise.all([first.start(), second.start()]);
  expect(one).toMatchObject({ kind: "anonymous", error: { code: "transaction_lost" } });
  expect(other).toEqual({ kind: "anonymous" });
});

test("listeners of popstate, such as routers, are told where the app wanted to go", async () => {
  const asked = clientOf("asked", asking);
  await comeBack(asked, "/orders?page=2");
  const seen: string[] = [];
  const onPopState = () => seen.push(window.location.pathname + window.location.search);
  window.addEventListener("popstate", onPopState);
  await asked.start();
  window.removeEventListener("popstate", onPopState);
  expect(seen).toEqual(["/orders?page=2"]);
});

// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { hedy, recoveryCode } from "./client-challenged.js";
import { failureOf, openPage, turnsUntil, type ClientPage } from "./client-page.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";
/** The tenant's keys never come. */
const noKeys = {
  id: "no keys",
  match: { path: "/.well-known/jwks.json" },
  times: "always",
  fault: "hang",
} as const;

/** Prepares a sign-in, and gives how it is made. */
type SignIn = (page: ClientPage) => Promise<(signal: AbortSignal) => Promise<unknown>>;

const signIns: readonly (readonly [string, SignIn])[] = [
  [
    "a login in the page",
    async ({ client }) =>
      (signal) =>
        client.login({ ...ada, signal }),
  ],
  [
    "a login at the token endpoint",
    async ({ client }) =>
      (signal) =>
        client.login({ ...ada, via: "password-realm", signal }),
  ],
  [
    "a login in a window",
    async ({ client, makeClient }) => {
      await makeClient({}).login(ada);
      return (signal) => client.loginWithPopup({ signal });
    },
  ],
  [
    "an exchange",
    async ({ client, makeClient }) => {
      const other = makeClient({});
      await other.login(ada);
      const subjectToken = other.getIdToken() ?? "";
      return (signal) => client.customTokenExchange({ subjectToken, subjectTokenType, signal });
    },
  ],
  [
    "a second factor",
    async ({ client, tenant }) => {
      // The first factor asks for them already.
      tenant.faults.add(noKeys);
      const outcome = await client.login({ ...hedy, via: "password-realm" });
      if (outcome.kind !== "challenge") throw new Error("The login was to be challenged.");
      return (signal) => client.mfa.verify(outcome.challenge, { recoveryCode, signal });
    },
  ],
];

/** A page whose sign-in has all but the tenant's keys, which never come. */
async function openWaiting(prepare: SignIn) {
  const page = await openPage({ deadlines: { keys: 3000 } }, {}, { windows: "relaying" });
  const { browser, tenant } = page;
  const begin = await prepare(page);
  tenant.clearRequests();
  tenant.faults.add(noKeys);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const caller = new AbortController();
  const ended = failureOf(begin(caller.signal));
  let turns = 0;
  await turnsUntil(browser, () => {
    const isGranted = tenant
      .requests()
      .some(({ path, status }) => path === "/oauth/token" && status === 200);
    // What has arrived takes a few turns to be read.
    turns += isGranted ? 1 : 0;
    return turns > 20;
  });
  return { ...page, caller, ended };
}

describe.each(signIns)("%s", (_what, signIn) => {
  test("waits for the tenant's keys, and not longer than it may", async () => {
    const { client, ended } = await openWaiting(signIn);
    const before = client.session.get();
    vi.advanceTimersByTime(3000);
    expect(await ended).toEqual({
      name: "AuthError",
      code: "timeout",
      details: { deadline: 3000 },
    });
    expect(client.session.get()).toBe(before);
    expect(before.status).not.toBe("authenticated");
  });

  test("ends at the caller's wish while it does", async () => {
    const { caller, ended } = await openWaiting(signIn);
    caller.abort();
    expect(await ended).toEqual({ name: "AuthError", code: "aborted", details: {} });
  });
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAuthClient } from "../client/auth-client.js";
import { fakeError } from "./fake-client.js";
import { createFakeEngine, type FakeEngineOptions } from "./fake-engine.js";
import { fakeUser } from "./fake-user.js";

const password = "canary-3f9a1c";
const grace = { sub: "google-oauth2|grace", email: "grace@example.com" };

/** A client of the real flows on a fake engine; the callback page is the test's own. */
function clientWith(options: FakeEngineOptions = {}, scope = "openid profile email") {
  const engine = createFakeEngine(options);
  const client = createAuthClient({
    domain: "tenant.invalid",
    clientId: "app",
    redirectUri: location.origin + location.pathname,
    scope,
    engine,
  });
  return { client, calls: engine.calls };
}

beforeEach(() => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("There is no network here."));
});

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

test("signs in and is seen again, without a script", async () => {
  const { client } = clientWith();
  expect(await client.login({ email: "ada@example.com", password })).toMatchObject({
    kind: "authenticated",
    session: { user: fakeUser },
  });
  expect(await client.checkSession()).toMatchObject({ session: { user: fakeUser } });
  expect(await client.getAccessToken()).toBe("fake-access-token");
  expect(await client.userInfo()).toEqual(fakeUser);
  expect(fetch).not.toHaveBeenCalled();
  expect(document.querySelectorAll("iframe")).toHaveLength(0);
});

test("knows nobody before the first sign-in, unless told of somebody", async () => {
  await expect(clientWith().client.checkSession()).rejects.toMatchObject({
    code: "login_required",
  });
  expect(await clientWith({ user: grace }).client.start()).toMatchObject({
    kind: "authenticated",
    session: { user: grace },
  });
});

test("the token endpoint leaves no session at the fake tenant, as at a real one", async () => {
  const { client } = clientWith();
  await client.login({ email: "ada@example.com", password, via: "password-realm" });
  await expect(client.checkSession()).rejects.toMatchObject({ code: "login_required" });
});

test("ends one call after the other as its script says, the last end for all the rest", async () => {
  const { client } = clientWith({
    loginInPage: [fakeError("invalid_credentials"), fakeError("too_many_attempts"), grace],
  });
  const login = () => client.login({ email: "ada@example.com", password });
  await expect(login()).rejects.toMatchObject({ code: "invalid_credentials" });
  await expect(login()).rejects.toMatchObject({ code: "too_many_attempts" });
  expect(await login()).toMatchObject({ session: { user: grace } });
  expect(await login()).toMatchObject({ session: { user: grace } });
});

test("stays pending until the caller gives up", async () => {
  const { client } = clientWith({ changePassword: "pending" });
  const controller = new AbortController();
  const call = client.resetPassword({ email: "ada@example.com", signal: controller.signal });
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: "aborted" });
});

test("holds the session to its user: nobody else can take it over", async () => {
  const { client } = clientWith({ loginInPage: ["pending"], silentLogin: [fakeUser, grace] });
  await client.checkSession();
  await expect(client.checkSession()).rejects.toMatchObject({ code: "user_changed" });
  expect(client.session.get()).toMatchObject({ status: "anonymous", reason: "user_changed" });
});

test("comes back from a redirect with the app's state, and redeems it once", async () => {
  const { client } = clientWith();
  const url = await client.buildAuthorizeUrl({ appState: { note: 1 } });
  const outcome = { kind: "authenticated", appState: { note: 1 } };
  expect(await client.completeCallback({ url })).toMatchObject(outcome);
  await expect(client.completeCallback({ url })).rejects.toMatchObject({
    code: "transaction_lost",
  });
});

test("rotates refresh tokens and renews by them", async () => {
  const { client, calls } = clientWith({}, "openid offline_access");
  await client.login({ email: "ada@example.com", password });
  await client.getAccessToken({ minValidity: 1e6 });
  expect(calls.map(({ method }) => method)).toEqual(["loginInPage", "refresh"]);
  expect(client.session.get()).toMatchObject({ session: { hasRefreshToken: true } });
});

test("keeps a list of its calls in which nothing is secret", async () => {
  const { client, calls } = clientWith();
  await client.login({ email: "ada@example.com", password, organization: "org_1" });
  await client.signup({ email: "new@example.com", password, signIn: false });
  await client.resetPassword({ email: "ada@example.com" });
  await client.customTokenExchange({ subjectToken: password, subjectTokenType: "urn:x" });
  expect(calls.slice(0, 3)).toMatchObject([
    { method: "loginInPage", asked: { username: "ada@example.com", organization: "org_1" } },
    { method: "signup", asked: { email: "new@example.com" } },
    { method: "changePassword", asked: { email: "ada@example.com" } },
  ]);
  expect(JSON.stringify(calls)).not.toContain(password);
});

test.each(["signup", "changePassword", "passwordlessStart"] as const)(
  "%s fails where its script says so",
  async (method) => {
    const { client } = clientWith({ [method]: fakeError("rate_limited") });
    const email = "new@example.com";
    const call = {
      signup: () => client.signup({ email, password }),
      changePassword: () => client.resetPassword({ email }),
      passwordlessStart: () => client.passwordless.start({ email }),
    }[method]();
    await expect(call).rejects.toMatchObject({ code: "rate_limited" });
  },
);

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import type { SessionNews } from "../session/session-sync.js";
import { beginSession } from "./keep-tokens.js";
import { inPopup } from "../client/in-popup.js";
import { loginWithPopup as loginInWindow } from "./login-with-popup.js";
import { logout } from "./logout.js";
import { proveIdentity as proveInWindow, type ProveIdentityParams } from "./prove-identity.js";
import type { FlowContext } from "./flow-context.js";
import type { PopupLoginParams } from "./hosted-login.js";
import { reauthenticate } from "./reauthenticate.js";

/** As the client binds them: the window opens first. */
const loginWithPopup = (context: FlowContext, params?: PopupLoginParams) =>
  inPopup((popup, given: PopupLoginParams) => loginInWindow(context, popup, given))(params);
const proveIdentity = (context: FlowContext, params?: ProveIdentityParams) =>
  inPopup((popup, given: ProveIdentityParams) => proveInWindow(context, popup, given))(params);

const closed = vi.fn<() => void>();
const open = vi.fn<typeof window.open>();

beforeEach(() => {
  open.mockReturnValue({ stop: () => {}, close: closed } as unknown as Window);
  vi.stubGlobal("open", open);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

function tokensOf(sub: string, email?: string): VerifiedTokens {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: "i", sub, aud: "spa", exp: now, iat: now, auth_time: now - 10, email };
  return { accessToken: `at of ${sub}`, idToken: `id of ${sub}`, expiresIn: 3600, claims };
}

/** A page whose engine answers as the test says; `signedIn` is who the session is about. */
function page(engine: Partial<Engine>, signedIn?: VerifiedTokens) {
  const told: SessionNews[] = [];
  const sync = {
    open: () => {},
    tell: (news: SessionNews) => void told.push(news),
    close: () => {},
  };
  const remembered = vi.fn<(signIn: object) => void>();
  const lastSignIn = { get: () => undefined, set: remembered, clear: () => {} };
  const navigate = vi.fn<(url: string) => void>();
  const context = fakeContext(engine, { sync, lastSignIn, navigate });
  if (signedIn) beginSession(context, signedIn, { scope: "openid" }, true);
  return { context, told, remembered, navigate, before: context.session.get() };
}

/** A promise that the test settles. */
function later<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((yes) => {
    resolve = yes;
  });
  return { promise, resolve };
}

describe("loginWithPopup", () => {
  test("opens the window in the call itself and begins the session when it is done", async () => {
    const answer = later<VerifiedTokens>();
    const popupLogin = vi.fn<Engine["popupLogin"]>(() => answer.promise);
    const { context, told, remembered } = page({ popupLogin });
    const outcome = loginWithPopup(context, { connection: "github", popup: { width: 300 } });
    expect(open).toHaveBeenCalledOnce();
    expect(closed).not.toHaveBeenCalled();
    answer.resolve(tokensOf("ada"));
    expect(await outcome).toMatchObject({
      kind: "authenticated",
      session: { user: { sub: "ada" } },
    });
    expect(closed).toHaveBeenCalledOnce();
    expect(told).toEqual([{ type: "signed_in", sub: "ada" }]);
    expect(remembered.mock.calls).toEqual([[{ connection: "github" }]]);
    expect(context.session.tokens?.seenSilently).toBe(false);
  });

  test("asks for what it was told, and for nothing else", async () => {
    const popupLogin = vi.fn<Engine["popupLogin"]>(async () => tokensOf("ada"));
    const { context } = page({ popupLogin });
    const stray = { password: "secret", responseMode: "form_post", state: "s" } as object;
    await loginWithPopup(context, {
      ...stray,
      scope: "email",
      organization: "acme",
      invitation: "ticket",
      maxAge: 0,
    });
    const [request] = popupLogin.mock.calls[0] ?? [];
    expect(request).toMatchObject({
      scope: "openid email",
      organization: "acme",
      invitation: "ticket",
      maxAge: 0,
      redirectUri: "https://app.example/",
    });
    for (const name of Object.keys(stray)) expect(request).not.toHaveProperty(name);
  });

  test("closes the window and leaves the session where it fails", async () => {
    const popupLogin = () => Promise.reject(authError("network", { online: true }));
    const { context, told, before } = page({ popupLogin }, tokensOf("ada"));
    await expect(loginWithPopup(context)).rejects.toMatchObject({ code: "network" });
    expect(closed).toHaveBeenCalledOnce();
    expect(context.session.get()).toBe(before);
    expect(told).toEqual([]);
  });

  test("is outweighed by a sign-out meanwhile", async () => {
    const answer = later<VerifiedTokens>();
    const { context } = page({ popupLogin: () => answer.promise });
    const outcome = loginWithPopup(context);
    await logout(context, { local: true });
    answer.resolve(tokensOf("ada"));
    await expect(outcome).rejects.toMatchObject({ code: "aborted" });
    expect(context.session.get()).toMatchObject({ status: "anonymous" });
  });
});

describe("proveIdentity", () => {
  test("gives the account and when it was proven, beside an untouched session", async () => {
    const popupLogin = vi.fn<Engine["popupLogin"]>(async () => tokensOf("grace"));
    const silentLogin = async () => tokensOf("ada");
    const { context, told, remembered, before } = page(
      { popupLogin, silentLogin },
      tokensOf("ada"),
    );
    const proven = await proveIdentity(context, { connection: "google-oauth2" });
    expect(proven.user.sub).toBe("grace");
    expect(Date.now() - proven.provenAt).toBeGreaterThanOrEqual(10_000);
    expect(JSON.stringify(proven)).not.toContain("id of grace");
    expect(popupLogin.mock.calls[0]?.[0]).toMatchObject({
      scope: "openid profile email",
      audience: undefined,
      prompt: "login",
      maxAge: 0,
    });
    expect(context.session.get()).toBe(before);
    expect(told).toEqual([]);
    expect(remembered).not.toHaveBeenCalled();
    expect(closed).toHaveBeenCalledOnce();
  });
});

describe("reauthenticate", () => {
  const ada = () => tokensOf("ada", "ada@example.com");

  test.each([
    [5, true],
    [15, false],
  ])("with a maxAge of %d seconds after ten asks again: %s", async (maxAge, asks) => {
    const popupLogin = vi.fn<Engine["popupLogin"]>(async () => ada());
    const { context } = page({ popupLogin }, ada());
    await reauthenticate(context, { via: "popup", maxAge });
    expect(popupLogin.mock.calls.length > 0).toBe(asks);
    expect(open.mock.calls.length > 0).toBe(asks);
  });

  test("asks again where the tenant did not say when the user signed in", async () => {
    const tokens = ada();
    const { auth_time: _, ...claims } = tokens.claims;
    const popupLogin = vi.fn<Engine["popupLogin"]>(async () => ada());
    const { context } = page({ popupLogin }, { ...tokens, claims });
    await reauthenticate(context, { via: "popup", maxAge: 86_400 });
    expect(popupLogin).toHaveBeenCalledOnce();
  });

  test("stays at the API and in the organization of the session", async () => {
    const popupLogin = vi.fn<Engine["popupLogin"]>(async () => ada());
    const { context } = page({ popupLogin });
    const tokens = ada();
    const claims = { ...tokens.claims, org_id: "org_1" };
    beginSession(context, { ...tokens, claims }, { scope: "openid", audience: "api" }, true);
    await reauthenticate(context, { via: "popup" });
    expect(popupLogin.mock.calls[0]?.[0]).toMatchObject({
      audience: "api",
      organization: "org_1",
      subject: "ada",
      prompt: "login",
      maxAge: 0,
      loginHint: "ada@example.com",
    });
  });

  test("by popup does not take over whoever has signed in here meanwhile", async () => {
    const answer = later<VerifiedTokens>();
    const { context } = page({ popupLogin: () => answer.promise }, ada());
    const outcome = reauthenticate(context, { via: "popup" });
    beginSession(context, tokensOf("bob"), { scope: "openid" }, true);
    answer.resolve(ada());
    await expect(outcome).rejects.toMatchObject({ code: "aborted" });
    expect(context.session.get()).toMatchObject({ session: { user: { sub: "bob" } } });
  });

  test("by redirect leaves with the user bound, and not after a sign-out", async () => {
    const authorizeUrl = vi.fn<Engine["authorizeUrl"]>(async () => "the tenant");
    const { context, navigate } = page({ authorizeUrl }, ada());
    const appState = { returnTo: "https://evil.example/", step: 2 };
    expect(await reauthenticate(context, { via: "redirect", maxAge: 5, appState })).toEqual({
      kind: "redirecting",
    });
    expect(authorizeUrl.mock.calls[0]?.[0]).toMatchObject({
      subject: "ada",
      prompt: "login",
      maxAge: 5,
      appState: { returnTo: "/", step: 2 },
    });
    expect(navigate.mock.calls).toEqual([["the tenant"]]);
    const late = reauthenticate(context, { via: "redirect" });
    await logout(context, { local: true });
    await expect(late).rejects.toMatchObject({ code: "aborted" });
    expect(navigate).toHaveBeenCalledOnce();
  });

  test.each(["in-page", "password-realm"] as const)(
    "by password %s cannot name anybody but the session's user",
    async (via) => {
      const work = vi.fn<Engine["loginInPage"]>(async () => ada());
      const { context } = page({ loginInPage: work, loginByGrant: work }, ada());
      const stray = { email: "bob@example.com", username: "bob" } as object;
      await reauthenticate(context, { ...stray, via, password: " p " });
      const [credentials, asked] = work.mock.calls[0] ?? [];
      expect(credentials).toEqual({ username: "ada@example.com", password: " p ", realm: "users" });
      expect(asked?.subject).toBe("ada");
      // A grant leaves no session at the tenant, and so no time to hold it to.
      expect(asked?.maxAge).toBe(via === "in-page" ? 0 : undefined);
    },
  );

  test("by password stays in the page where the configuration leaves it", async () => {
    const loginInPage = vi.fn<Engine["loginInPage"]>(async () => ada());
    const { context } = page({ loginInPage }, ada());
    const config = { ...context.config, loginVia: "redirect" } as const;
    await reauthenticate({ ...context, config }, { password: "p", connection: "staff" });
    expect(loginInPage.mock.calls[0]?.[0]).toMatchObject({ realm: "staff" });
  });

  test("knows a user without an e-mail address by their user name, or not at all", async () => {
    const loginInPage = vi.fn<Engine["loginInPage"]>(async () => ada());
    const tokens = tokensOf("ada");
    const claims = { ...tokens.claims, username: "ada" };
    const { context } = page({ loginInPage }, { ...tokens, claims });
    await reauthenticate(context, { password: "p" });
    expect(loginInPage.mock.calls[0]?.[0]).toMatchObject({ username: "ada" });
    const unknown = page({}, tokensOf("ada")).context;
    await expect(reauthenticate(unknown, { password: "p" })).rejects.toThrow("Nothing was sent.");
  });
});

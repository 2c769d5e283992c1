import type { AuthClient } from "@portico/core";
import { createFakeClient, fakeUser } from "@portico/core/testing";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { useAuth0, type Auth0ContextInterface } from "./use-auth0.js";

const errors = vi.spyOn(console, "error");
beforeEach(() => {
  errors.mockClear();
});
afterEach(() => {
  if (errors.mock.calls.length > 0)
    throw new Error(`React complained: ${errors.mock.calls.join()}`);
});

function auth0(client: AuthClient): Auth0ContextInterface {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Auth0Provider client={client}>{children}</Auth0Provider>
  );
  return renderHook(() => useAuth0(), { wrapper }).result.current;
}

describe("loginWithRedirect", () => {
  function leaving() {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>(async () => ({
      kind: "redirecting",
    }));
    const { loginWithRedirect } = auth0(createFakeClient({ loginWithConnection }));
    const params = () => loginWithConnection.mock.lastCall?.[0];
    return { loginWithRedirect, params };
  }

  test("takes the wire's spelling", async () => {
    const { loginWithRedirect, params } = leaving();
    await loginWithRedirect({
      authorizationParams: {
        redirect_uri: "https://app.example/back",
        audience: "https://api.example",
        scope: "openid read:all",
        connection: "github",
        organization: "org_1",
        invitation: "ticket",
        prompt: "login",
        max_age: "300",
      },
      appState: { returnTo: "/orders" },
    });
    expect(params()).toMatchObject({
      redirectUri: "https://app.example/back",
      audience: "https://api.example",
      scope: "openid read:all",
      connection: "github",
      organization: "org_1",
      invitation: "ticket",
      prompt: "login",
      maxAge: 300,
      appState: { returnTo: "/orders" },
    });
  });

  test("sends along whatever the answer is not held to", async () => {
    const { loginWithRedirect, params } = leaving();
    const authorizationParams = {
      login_hint: "ada@example.com",
      screen_hint: "signup",
      acr_values: "mfa",
      ui_locales: "de en",
      "ext-plan": "pro",
      count: 3,
      none: undefined,
    };
    await loginWithRedirect({ authorizationParams, extra: { kept: "yes" } });
    const { none: _, ...sent } = authorizationParams;
    expect(params()?.extra).toEqual({ ...sent, count: "3", kept: "yes" });
  });

  test("lets nobody choose state and nonce that way, such as whoever wrote the page's address", async () => {
    const { loginWithRedirect, params } = leaving();
    const query = new URLSearchParams("invitation=ticket&state=forged&nonce=forged&app_state=x");
    await loginWithRedirect({ authorizationParams: Object.fromEntries(query) });
    expect(params()).toMatchObject({ invitation: "ticket" });
    for (const name of ["state", "nonce", "appState"]) expect(params()).not.toHaveProperty(name);
  });

  test("takes our own spelling, and both at once", async () => {
    const { loginWithRedirect, params } = leaving();
    await loginWithRedirect({ connection: "github", loginHint: "ada@example.com" });
    expect(params()).toMatchObject({ connection: "github", loginHint: "ada@example.com" });
    await loginWithRedirect({ connection: "github", authorizationParams: { prompt: "login" } });
    expect(params()).toMatchObject({ connection: "github", prompt: "login" });
  });

  test("takes nothing at all", async () => {
    const { loginWithRedirect, params } = leaving();
    await loginWithRedirect();
    expect(params()).toEqual({ extra: {} });
  });

  test("hands the address to openUrl in the place of the browser", async () => {
    const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>();
    const buildAuthorizeUrl = vi.fn(async () => "https://tenant.invalid/authorize?x=1");
    const openUrl = vi.fn();
    const { loginWithRedirect } = auth0(
      createFakeClient({ loginWithConnection, buildAuthorizeUrl }),
    );
    await loginWithRedirect({
      openUrl,
      fragment: "tab=2",
      authorizationParams: { prompt: "login" },
    });
    expect(openUrl.mock.calls).toEqual([["https://tenant.invalid/authorize?x=1#tab=2"]]);
    expect(buildAuthorizeUrl.mock.lastCall).toMatchObject([{ prompt: "login" }]);
    expect(loginWithConnection).not.toHaveBeenCalled();
  });
});

describe("logout", () => {
  test.each([
    [undefined, {}],
    [
      { logoutParams: { returnTo: "https://a.example", federated: true } },
      { returnTo: "https://a.example", federated: true },
    ],
    [
      { returnTo: "https://a.example", local: true },
      { returnTo: "https://a.example", local: true },
    ],
    [{ clientId: null }, { allowedBy: "tenant" }],
    [{ openUrl: false }, { local: true }],
  ] as const)("given %j asks the client for %j", async (options, expected) => {
    const logout = vi.fn<AuthClient["logout"]>(async () => ({ kind: "redirecting" }));
    await auth0(createFakeClient({ logout })).logout(options);
    expect(logout.mock.calls).toEqual([[expected]]);
  });

  test("ends the session here, then hands the tenant's address to openUrl", async () => {
    const client = createFakeClient({ user: fakeUser });
    const openUrl = vi.fn(() => {
      expect(client.session.get()).toMatchObject({ status: "anonymous", reason: "signed_out" });
    });
    const { logout } = auth0(client);
    await act(() => logout({ openUrl }));
    expect(openUrl.mock.calls).toEqual([["https://tenant.invalid/v2/logout"]]);
  });
});

describe("getAccessTokenSilently", () => {
  function asking() {
    const getAccessToken = vi.fn<AuthClient["getAccessToken"]>(async () => "token");
    const { getAccessTokenSilently } = auth0(createFakeClient({ getAccessToken }));
    return { getAccessTokenSilently, params: () => getAccessToken.mock.lastCall?.[0] };
  }

  test("takes either spelling", async () => {
    const { getAccessTokenSilently, params } = asking();
    expect(await getAccessTokenSilently()).toBe("token");
    expect(params()).toEqual({});
    await getAccessTokenSilently({ authorizationParams: { audience: "a", scope: "s" } });
    expect(params()).toEqual({ audience: "a", scope: "s" });
    await getAccessTokenSilently({ audience: "a", minValidity: 5, cacheMode: "on" });
    expect(params()).toEqual({ audience: "a", minValidity: 5 });
  });

  test("renews with cacheMode off, and gives up in time", async () => {
    const { getAccessTokenSilently, params } = asking();
    await getAccessTokenSilently({ cacheMode: "off" });
    expect(params()).toEqual({ minValidity: Infinity });
    await getAccessTokenSilently({ timeoutInSeconds: 0 });
    const signal = params()?.signal;
    await vi.waitFor(() => expect(signal?.aborted).toBe(true));
  });

  test("rejects with the failure, whose code is called error too", async () => {
    const call = auth0(createFakeClient()).getAccessTokenSilently();
    await expect(call).rejects.toMatchObject({ code: "login_required", error: "login_required" });
  });
});

test("getIdTokenClaims gives every claim and the token itself", async () => {
  const claims = { sub: "auth0|ada", name: "Adā ✓", exp: 2, "https://app.example/roles": ["a"] };
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  const token = `e30.${payload}.sig`;
  const { getIdTokenClaims } = auth0(createFakeClient({ getIdToken: () => token }));
  expect(await getIdTokenClaims()).toEqual({ ...claims, __raw: token });
  expect(await auth0(createFakeClient()).getIdTokenClaims()).toBeUndefined();
});

describe("handleRedirectCallback", () => {
  test("redeems the response and gives what the app gave along", async () => {
    const { session } = createFakeClient({ user: fakeUser });
    const state = session.get();
    if (state.status !== "authenticated") throw new Error("Somebody should be signed in.");
    const appState = { returnTo: "/orders" };
    const completeCallback = vi.fn<AuthClient["completeCallback"]>(async () => ({
      kind: "authenticated",
      session: state.session,
      appState,
    }));
    const { handleRedirectCallback } = auth0(createFakeClient({ completeCallback }));
    expect(await handleRedirectCallback("/?code=c&state=s")).toEqual({ appState });
    expect(completeCallback.mock.calls).toEqual([[{ url: "/?code=c&state=s" }]]);
  });

  test("tells a developer that there is none", async () => {
    await expect(auth0(createFakeClient()).handleRedirectCallback()).rejects.toThrow(
      /^handleRedirectCallback found no response\. Nobody was signed in\. /,
    );
  });
});

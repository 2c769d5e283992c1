import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import type { AuthClient, SessionState } from "@portico/core";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { useAuth0 } from "./use-auth0.js";
import { useSession } from "./use-session.js";
import { useUser } from "./use-user.js";

function mount<T>(use: () => T, client: AuthClient) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Auth0Provider client={client}>{children}</Auth0Provider>
  );
  return renderHook(use, { wrapper });
}

/** A client whose session is what the test says. */
function clientIn(state: SessionState, options: FakeClientOptions = {}): AuthClient {
  return { ...createFakeClient(options), session: { get: () => state, subscribe: () => () => {} } };
}

describe("useAuth0 tells", () => {
  test("that it is still being found out", () => {
    const { result } = mount(useAuth0, createFakeClient({ starting: true }));
    expect(result.current).toMatchObject({
      isLoading: true,
      isAuthenticated: false,
      user: undefined,
      error: undefined,
    });
  });

  test("that nobody is signed in", () => {
    const { result } = mount(useAuth0, createFakeClient());
    expect(result.current).toMatchObject({
      isLoading: false,
      isAuthenticated: false,
      user: undefined,
      error: undefined,
    });
  });

  test("why it could not be found out", () => {
    const error = fakeError("timeout", { deadline: 1 });
    const { result } = mount(useAuth0, clientIn({ status: "anonymous", reason: "unknown", error }));
    expect(result.current).toMatchObject({ isLoading: false, isAuthenticated: false, error });
  });

  test("who is signed in", () => {
    const { result } = mount(useAuth0, createFakeClient({ user: fakeUser }));
    expect(result.current).toMatchObject({
      isLoading: false,
      isAuthenticated: true,
      user: fakeUser,
      error: undefined,
    });
  });
});

test("useAuth0 gives the client, and the same object and functions until something changes", async () => {
  const client = createFakeClient();
  const { result, rerender } = mount(useAuth0, client);
  const { current } = result;
  expect(current.client).toBe(client);
  rerender();
  expect(result.current).toBe(current);
  await act(() => client.login({ email: "ada@example.com", password: "x" }));
  expect(result.current).not.toBe(current);
  const functions = Object.entries(current).filter(([, value]) => typeof value === "function");
  expect(functions).toHaveLength(4);
  for (const [name, value] of functions) expect(result.current).toHaveProperty(name, value);
});

test("useAuth0 gives every component the same functions", () => {
  const { result } = mount(() => [useAuth0(), useAuth0()] as const, createFakeClient());
  const [one, other] = result.current;
  expect(one.getAccessTokenSilently).toBe(other.getAccessTokenSilently);
  expect(one.loginWithPopup).toBe(other.loginWithPopup);
});

test("useAuth0 hands each call to the client, as it is", async () => {
  const client = {
    ...createFakeClient(),
    loginWithConnection: vi.fn<AuthClient["loginWithConnection"]>(),
    loginWithPopup: vi.fn<AuthClient["loginWithPopup"]>(),
    logout: vi.fn<AuthClient["logout"]>(),
    getAccessToken: vi.fn<AuthClient["getAccessToken"]>(async () => "token"),
  };
  const { current } = mount(useAuth0, client).result;
  const redirect = { connection: "github", appState: { returnTo: "/orders" } };
  const popup = { connection: "github" };
  const target = { returnTo: "https://app.example" };
  const api = { audience: "https://api.example" };
  await act(async () => {
    await current.loginWithRedirect(redirect);
    await current.loginWithPopup(popup);
    await current.logout(target);
    expect(await current.getAccessTokenSilently(api)).toBe("token");
  });
  expect(client.loginWithConnection.mock.calls).toEqual([[redirect]]);
  expect(client.loginWithPopup.mock.calls).toEqual([[expect.objectContaining(popup)]]);
  expect(client.logout.mock.calls).toEqual([[target]]);
  expect(client.getAccessToken.mock.calls).toEqual([[api]]);
});

test("useAuth0 lets a silent call fail with the failure of the client", async () => {
  const { current } = mount(useAuth0, createFakeClient()).result;
  await expect(current.getAccessTokenSilently()).rejects.toMatchObject({ code: "login_required" });
});

test("useAuth0 holds no token, and neither does the session", async () => {
  const client = createFakeClient({ user: fakeUser });
  const { result } = mount(() => [useAuth0(), useSession()] as const, client);
  const token = await client.getAccessToken();
  expect(token).toBe("fake-access-token");
  expect(client.getIdToken()).toBe("fake-id-token");
  const text = JSON.stringify(result.current);
  expect(text).toContain(fakeUser.sub);
  expect(text).not.toContain("fake-access-token");
  expect(text).not.toContain("fake-id-token");
});

test("readers follow a sign-in and a sign-out", async () => {
  const client = createFakeClient();
  const { result } = mount(() => ({ user: useUser(), status: useSession().status }), client);
  expect(result.current).toEqual({ user: undefined, status: "anonymous" });
  await act(() => client.login({ email: "ada@example.com", password: "x" }));
  expect(result.current).toEqual({ user: fakeUser, status: "authenticated" });
  await act(() => client.logout());
  expect(result.current).toEqual({ user: undefined, status: "anonymous" });
});

test("useUser gives the same object while only the tokens change", async () => {
  const client = createFakeClient({ user: { ...fakeUser } });
  const seen = new Set<unknown>();
  const sessions = new Set<unknown>();
  const use = () => {
    sessions.add(useSession());
    seen.add(useUser());
  };
  mount(use, client);
  // The fake signs the same user in anew, with fresh tokens.
  await act(() => client.login({ email: "ada@example.com", password: "x" }));
  await act(() => client.login({ email: "ada@example.com", password: "x" }));
  expect(sessions.size).toBe(3);
  expect(seen.size).toBe(1);
});

test("useSession stops listening at the end", () => {
  const stop = vi.fn();
  const subscribe = vi.fn(() => stop);
  const client: AuthClient = {
    ...createFakeClient(),
    session: { get: createFakeClient().session.get, subscribe },
  };
  const { unmount } = mount(useSession, client);
  expect(subscribe).toHaveBeenCalledOnce();
  expect(stop).not.toHaveBeenCalled();
  unmount();
  expect(stop).toHaveBeenCalledOnce();
});

import type { AuthClient } from "@portico/core";
import { createFakeClient, fakeError, fakeUser } from "@portico/core/testing";
import { act, render, renderHook, screen } from "@testing-library/react";
import { Component, StrictMode, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anonymous, signedInAs, stagedClient } from "../../test/staged-client.js";
import { Auth0Provider, OAuthError, useAuth0, withAuth0, type WithAuth0Props } from "../index.js";

const errors = vi.spyOn(console, "error");
beforeEach(() => {
  errors.mockClear();
});
afterEach(() => {
  if (errors.mock.calls.length > 0)
    throw new Error(`React complained: ${errors.mock.calls.join()}`);
});

function mount(client: AuthClient) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <Auth0Provider client={client}>{children}</Auth0Provider>
    </StrictMode>
  );
  return renderHook(() => [useAuth0(), useAuth0()] as const, { wrapper }).result;
}

/** A client whose windows stay open until the test ends them. */
function withWindow() {
  const signedIn = createFakeClient();
  let finish = () => {};
  const window = new Promise<void>((resolve) => (finish = resolve));
  const loginWithPopup = vi.fn<AuthClient["loginWithPopup"]>(async (params) => {
    await window;
    return signedIn.loginWithPopup(params);
  });
  const client = { ...signedIn, loginWithPopup };
  return { client, loginWithPopup, finish };
}

test("opens the window in the click, and every component sees that it is open", async () => {
  const { client, loginWithPopup, finish } = withWindow();
  const result = mount(client);
  let ended: Promise<void> | undefined;
  act(() => {
    ended = result.current[0].loginWithPopup({ authorizationParams: { connection: "github" } });
    expect(loginWithPopup.mock.lastCall).toMatchObject([{ connection: "github" }]);
  });
  expect(result.current.map(({ isLoading }) => isLoading)).toEqual([true, true]);
  finish();
  await act(() => ended);
  for (const auth0 of result.current) {
    expect(auth0).toMatchObject({ isLoading: false, isAuthenticated: true, user: fakeUser });
  }
});

test("a failure of the window is shown, not thrown, until somebody signs in", async () => {
  const error = fakeError("popup_closed");
  const client = createFakeClient({ loginWithPopup: () => Promise.reject(error) });
  const result = mount(client);
  await act(() => result.current[0].loginWithPopup());
  expect(result.current[1]).toMatchObject({ error, isLoading: false, isAuthenticated: false });
  await act(() => client.login({ email: "ada@example.com", password: "x" }));
  expect(result.current[1].error).toBeUndefined();
  await act(() => client.logout({ local: true }));
  expect(result.current[1].error).toBeUndefined();
});

test("however many windows fail, one listener waits for a sign-in", async () => {
  const loginWithPopup = () => Promise.reject(fakeError("popup_closed"));
  const stage = stagedClient(anonymous, { loginWithPopup });
  const result = mount(stage.client);
  const before = stage.readers();
  for (let window = 0; window < 3; window += 1) {
    await act(() => result.current[0].loginWithPopup());
    expect(stage.readers()).toBe(before + 1);
  }
  act(() => stage.show(signedInAs()));
  expect(stage.readers()).toBe(before);
});

test("a developer's mistake is thrown", async () => {
  const mistake = new Error("A mistake.");
  const result = mount(createFakeClient({ loginWithPopup: () => Promise.reject(mistake) }));
  await act(() => expect(result.current[0].loginWithPopup()).rejects.toBe(mistake));
  expect(result.current[0]).toMatchObject({ error: undefined, isLoading: false });
});

test("gives the window up in time", async () => {
  const loginWithPopup = vi.fn<AuthClient["loginWithPopup"]>(
    ({ signal } = {}) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(fakeError("aborted")));
      }),
  );
  const result = mount(createFakeClient({ loginWithPopup }));
  await act(() => result.current[0].loginWithPopup({}, { timeoutInSeconds: 0 }));
  expect(result.current[0].error).toMatchObject({ code: "aborted" });
});

test("getAccessTokenWithPopup signs in by a window and gives the token that it was for", async () => {
  const client = createFakeClient();
  const loginWithPopup = vi.fn(client.loginWithPopup);
  const getAccessToken = vi.fn(client.getAccessToken);
  const result = mount({ ...client, loginWithPopup, getAccessToken });
  const options = { authorizationParams: { audience: "https://api.example", scope: "openid a" } };
  await act(async () => {
    expect(await result.current[0].getAccessTokenWithPopup(options)).toBe("fake-access-token");
  });
  const asked = { audience: "https://api.example", scope: "openid a" };
  expect(loginWithPopup.mock.lastCall).toMatchObject([asked]);
  expect(getAccessToken.mock.lastCall).toMatchObject([asked]);
});

test("getAccessTokenWithPopup throws what the window failed with", async () => {
  const error = fakeError("popup_blocked");
  const result = mount(createFakeClient({ loginWithPopup: () => Promise.reject(error) }));
  await expect(result.current[0].getAccessTokenWithPopup()).rejects.toBe(error);
  expect(result.current[0].error).toBeUndefined();
});

test("withAuth0 gives a class what the hook gives", () => {
  class Greeting extends Component<WithAuth0Props & { readonly mark: string }> {
    override render() {
      return `Hello ${this.props.auth0.user?.name}${this.props.mark}`;
    }
  }
  const Connected = withAuth0(Greeting);
  render(
    <Auth0Provider client={createFakeClient({ user: fakeUser })}>
      <Connected mark="!" />
    </Auth0Provider>,
  );
  expect(screen.getByText(`Hello ${fakeUser.name}!`)).toBeDefined();
});

test("every failure of a call is an OAuthError, and nothing else is", () => {
  const error: unknown = fakeError("access_denied");
  if (!(error instanceof OAuthError)) throw new Error("It should be one.");
  expect(error.error).toBe("access_denied");
  expect(new Error("access_denied") instanceof OAuthError).toBe(false);
});

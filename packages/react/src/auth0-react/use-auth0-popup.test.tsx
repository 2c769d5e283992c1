import type { AuthClient } from "@portico/core";
import { createFakeClient, fakeError, fakeUser } from "@portico/core/testing";
import { act, render, renderHook, screen } from "@testing-library/react";
import { Component, StrictMode, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useAuth0 as useOwnAuth0 } from "../index.js";
import { Auth0Provider, OAuthError, useAuth0, withAuth0, type WithAuth0Props } from "./index.js";

keepConsoleQuiet();

function mount(client: AuthClient) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <Auth0Provider client={client}>{children}</Auth0Provider>
    </StrictMode>
  );
  return renderHook(() => [useAuth0(), useOwnAuth0()] as const, { wrapper }).result;
}

test("loginWithPopup takes the wire's spelling; its failure is shown, not thrown, in our own useAuth0 too", async () => {
  const error = fakeError("popup_closed");
  const loginWithPopup = vi.fn<AuthClient["loginWithPopup"]>(() => Promise.reject(error));
  const result = mount(createFakeClient({ loginWithPopup }));
  const authorizationParams = { connection: "github", login_hint: "ada@example.com" };
  await act(() => result.current[0].loginWithPopup({ authorizationParams }));
  expect(loginWithPopup.mock.calls).toMatchObject([
    [{ connection: "github", extra: { login_hint: "ada@example.com" } }],
  ]);
  for (const auth0 of result.current) expect(auth0).toMatchObject({ error, isLoading: false });
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

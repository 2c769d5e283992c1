import type { AuthClient } from "@portico/core";
import { createFakeClient, fakeError, fakeUser } from "@portico/core/testing";
import { act, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anonymous, signedInAs, stagedClient } from "../../test/staged-client.js";
import { Auth0Provider, useAuth0 } from "../index.js";

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
    ended = result.current[0].loginWithPopup({ connection: "github" });
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

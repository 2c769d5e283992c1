import type { AuthClient } from "@portico/core";
import { createFakeClient, fakeUser } from "@portico/core/testing";
import { act, renderHook } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { mountHook } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { AuthContext } from "../provider/auth-context.js";
import { useLogin } from "./use-login.js";
import { useLoginWithConnection } from "./use-login-with-connection.js";
import { useReauthenticate } from "./use-reauthenticate.js";

keepConsoleQuiet();

const credentials = { email: "ada@example.com", password: "c4nary-S3cret!" };

test("a flow's functions stay the same when its state changes", async () => {
  const { result } = mountHook(useLogin);
  const { login, reset, state } = result.current;
  await act(() => login(credentials));
  expect(result.current.state).not.toBe(state);
  expect(result.current).toMatchObject({ login, reset });
});

test("what a call gives is what the state then holds, and neither can be changed", async () => {
  const { result } = mountHook(useLogin);
  const done = await act(() => result.current.login(credentials));
  expect(result.current.state).toBe(done);
  expect(Object.isFrozen(done)).toBe(true);
});

test("the caller's parameters stay as they are", async () => {
  const login = vi.fn<AuthClient["login"]>(() => new Promise(() => {}));
  const { result } = mountHook(useLogin, { login });
  const params = Object.freeze({ ...credentials, signal: new AbortController().signal });
  act(() => void result.current.login(params));
  expect(login.mock.calls[0]?.[0]).toMatchObject(credentials);
  expect(login.mock.calls[0]?.[0].signal).not.toBe(params.signal);
});

test("another client means another flow", async () => {
  const first = createFakeClient({ login: () => new Promise(() => {}) });
  const second = createFakeClient({ user: fakeUser });
  const rest = { initialState: { status: "starting" }, skipRedirectCallback: false } as const;
  let current = first;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AuthContext.Provider value={{ ...rest, client: current }}>{children}</AuthContext.Provider>
  );
  const { result, rerender } = renderHook(useLogin, { wrapper });
  act(() => void result.current.login(credentials));
  expect(result.current.state.status).toBe("pending");
  current = second;
  rerender();
  expect(result.current.state.status).toBe("idle");
});

test.each([
  ["loginWithPopup", () => useLoginWithConnection().loginWithPopup],
  [
    "reauthenticate",
    () => {
      const { reauthenticate } = useReauthenticate();
      return () => reauthenticate({ via: "popup" });
    },
  ],
] as const)("%s reaches the client before the click is over", (name, use) => {
  const open = vi.fn(() => new Promise<never>(() => {}));
  const { result } = mountHook<() => Promise<unknown>>(use, { [name]: open });
  act(() => {
    void result.current();
    expect(open).toHaveBeenCalledOnce();
  });
});

test("a popup that is open is not left for a redirect by a second click", async () => {
  const loginWithConnection = vi.fn<AuthClient["loginWithConnection"]>();
  const { result } = mountHook(useLoginWithConnection, { loginWithConnection });
  const outcomes = await act(() =>
    Promise.all([result.current.loginWithPopup(), result.current.loginWithConnection()]),
  );
  expect(outcomes[1]).toBe(outcomes[0]);
  expect(outcomes[0]).toMatchObject({ outcome: { kind: "authenticated" } });
  expect(loginWithConnection).not.toHaveBeenCalled();
});

test("a reset is heard of, also after a component has set state while it rendered", async () => {
  const { result } = mountHook(() => {
    const flow = useLogin();
    const [seen, setSeen] = useState(flow.state);
    if (seen !== flow.state) setSeen(flow.state);
    return flow;
  });
  await act(async () => {
    await result.current.login(credentials);
  });
  act(() => result.current.reset());
  expect(result.current.state.status).toBe("idle");
});

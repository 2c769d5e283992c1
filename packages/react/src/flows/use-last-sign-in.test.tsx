import { createAuthClient, type LastSignIn } from "@portico/core";
import { createFakeEngine } from "@portico/core/testing";
import { act } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { mountHook, mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, stagedClient } from "../../test/staged-client.js";
import { watchListeners } from "../../test/watch-listeners.js";
import { useLastSignIn } from "./use-last-sign-in.js";

keepConsoleQuiet();
afterEach(() => localStorage.clear());

const credentials = { email: "ada@example.com", password: "c4nary-S3cret!" };

/** A client that really remembers, on an engine without a network. */
function rememberingClient() {
  return createAuthClient({
    domain: "tenant.invalid",
    clientId: "app",
    rememberLastSignIn: true,
    checkSessionOnStart: false,
    engine: createFakeEngine(),
  });
}

test("follows a sign-in of this tab, outlives the sign-out, and is forgotten on demand", async () => {
  const { client, result } = mountWith(rememberingClient(), useLastSignIn);
  expect(result.current.lastSignIn).toBeUndefined();
  await act(() => client.login(credentials));
  expect(result.current.lastSignIn).toMatchObject({ username: "ada@example.com" });
  await act(() => client.logout({ local: true }));
  expect(result.current.lastSignIn).toMatchObject({ username: "ada@example.com" });
  act(() => result.current.forget());
  expect(result.current.lastSignIn).toBeUndefined();
  expect(client.lastSignIn()).toBeUndefined();
});

test("two of them on a page forget together", async () => {
  const use = () => [useLastSignIn(), useLastSignIn()] as const;
  const { client, result } = mountWith(rememberingClient(), use);
  await act(() => client.login(credentials));
  act(() => result.current[0].forget());
  expect(result.current.map(({ lastSignIn }) => lastSignIn)).toEqual([undefined, undefined]);
});

test("follows another tab", () => {
  let remembered: LastSignIn | undefined;
  const { result } = mountHook(useLastSignIn, { lastSignIn: () => remembered });
  remembered = { connection: "github", at: 1 };
  act(() => void window.dispatchEvent(new StorageEvent("storage")));
  expect(result.current.lastSignIn).toEqual({ connection: "github", at: 1 });
});

test("is the same object until something about it changes", () => {
  let at = 1;
  const seen = new Set<unknown>();
  const use = () => {
    const flow = useLastSignIn();
    seen.add(flow).add(flow.lastSignIn);
    return flow;
  };
  const { rerender } = mountHook(use, { lastSignIn: () => ({ connection: "github", at }) });
  rerender();
  act(() => void window.dispatchEvent(new StorageEvent("storage")));
  expect(seen.size).toBe(2);
  at = 2;
  rerender();
  expect(seen.size).toBe(4);
});

test("leaves no listener behind", () => {
  const staged = stagedClient(anonymous);
  const listeners = watchListeners();
  const { unmount } = mountWith(staged.client, useLastSignIn);
  expect(staged.readers()).toBe(1);
  unmount();
  expect(staged.readers()).toBe(0);
  expect(listeners.left()).toEqual([]);
  listeners.stop();
});

import { createAuthClient, type AuthClient } from "@portico/core";
import { createFakeClient, createFakeEngine, fakeUser } from "@portico/core/testing";
import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { Boundary } from "../../test/boundary.js";
import { mountHook, mountStrictly, mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useCheckSession, type CheckSessionOptions } from "./use-check-session.js";

const quiet = keepConsoleQuiet();

/** The hook, whose options a test may change, and the client's watch. */
function watching(initial: CheckSessionOptions) {
  let options = initial;
  const stop = vi.fn();
  const watchSession = vi.fn<AuthClient["watchSession"]>(() => stop);
  const checkSession = vi.fn<AuthClient["checkSession"]>(() => new Promise(() => {}));
  const calls = { watchSession, checkSession };
  const { rerender, ...rest } = mountHook(() => useCheckSession(options), calls);
  const change = (next: CheckSessionOptions) => {
    options = next;
    rerender();
  };
  return { ...rest, ...calls, stop, change };
}

test("does nothing by itself unless it is told to", () => {
  const { watchSession, checkSession, result } = watching({});
  expect(watchSession).not.toHaveBeenCalled();
  expect(checkSession).not.toHaveBeenCalled();
  expect(result.current.state).toEqual({ status: "idle" });
});

test("looks from time to time while it is mounted and enabled", () => {
  const { watchSession, stop, change, unmount } = watching({ pollInterval: 900 });
  expect(watchSession.mock.calls).toEqual([[{ interval: 900 }]]);
  change({ pollInterval: 900 });
  expect(watchSession).toHaveBeenCalledOnce();
  change({ pollInterval: 900, enabled: false });
  expect(stop).toHaveBeenCalledOnce();
  change({ pollInterval: 1800 });
  expect(watchSession.mock.lastCall).toEqual([{ interval: 1800 }]);
  unmount();
  expect(stop).toHaveBeenCalledTimes(2);
});

test("asks once on mount where it is told to, and gives it up at the end", () => {
  const { checkSession, result, change, unmount } = watching({ onMount: true });
  expect(checkSession).toHaveBeenCalledOnce();
  expect(result.current.state).toEqual({ status: "pending" });
  change({ onMount: true });
  expect(checkSession).toHaveBeenCalledOnce();
  unmount();
  expect(checkSession.mock.calls[0]?.[0]?.signal?.aborted).toBe(true);
});

test("asks nothing on mount while it is not enabled, but on demand", () => {
  const { checkSession, result, change } = watching({ onMount: true, enabled: false });
  expect(checkSession).not.toHaveBeenCalled();
  act(() => void result.current.check());
  expect(checkSession).toHaveBeenCalledOnce();
  // The one under way is the one that was wanted.
  change({ onMount: true });
  expect(checkSession).toHaveBeenCalledOnce();
});

test("under StrictMode the question on mount is given up and asked again", async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const calls: Partial<AuthClient> = {
    checkSession: (params) => {
      signals.push(params?.signal);
      return new Promise(() => {});
    },
  };
  const use = () => useCheckSession({ onMount: true });
  const { result } = mountStrictly(createFakeClient(calls), use);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
  expect(result.current.state).toEqual({ status: "pending" });
});

test.each([0, 60, 899, NaN])(
  "an interval of %s seconds does not run and says so",
  async (seconds) => {
    quiet.allow();
    const engine = createFakeEngine({ user: fakeUser });
    const client = createAuthClient({
      domain: "tenant.invalid",
      clientId: "app",
      checkSessionOnStart: false,
      engine,
    });
    const caught: unknown[] = [];
    const wrap = (tree: ReactNode) => (
      <Boundary onCatch={(error) => caught.push(error)}>{tree}</Boundary>
    );
    mountWith(client, () => useCheckSession({ pollInterval: seconds }), wrap);
    expect(String(caught[0])).toContain("Give an interval of 900 seconds or more.");
    expect(engine.calls).toEqual([]);
  },
);

test("a developer's mistake in the question on mount is thrown where it renders", async () => {
  quiet.allow();
  const mistake = new TypeError("a mistake");
  const caught: unknown[] = [];
  const wrap = (tree: ReactNode) => (
    <Boundary onCatch={(error) => caught.push(error)}>{tree}</Boundary>
  );
  const calls = { checkSession: () => Promise.reject(mistake) };
  await act(async () => mountHook(() => useCheckSession({ onMount: true }), calls, wrap));
  expect(caught).toEqual([mistake]);
});

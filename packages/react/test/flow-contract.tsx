import type { AuthError } from "@portico/core";
import { createFakeClient, fakeError, type FakeClientOptions } from "@portico/core/testing";
import { act, render } from "@testing-library/react";
import { useEffect, type ReactNode } from "react";
import { describe, expect, test } from "vitest";
import type { FlowResult, FlowState } from "../src/flows/flow.js";
import { Auth0Provider } from "../src/provider/auth0-provider.js";
import { heldCalls, type Answer, type HeldCall } from "./held-calls.js";
import { mountHook, mountStrictly } from "./mount-hook.js";
import { anonymous, stagedClient } from "./staged-client.js";
import { watchListeners } from "./watch-listeners.js";

/** What a row types wherever something secret is typed; it must show up nowhere. */
export const canary = "c4nary-S3cret!";

/** One flow of a hook, seen as all of them are. */
export interface FlowUse {
  /** What the hook gives. */
  readonly flow: unknown;
  readonly state: FlowState<unknown>;
  readonly run: (signal?: AbortSignal) => Promise<FlowResult<unknown>>;
  readonly reset: () => void;
}

/** A flow of a hook, and what the suite has to know of it. */
export interface FlowRow {
  readonly name: string;
  readonly use: () => FlowUse;
  /** What replaces the client's call. */
  readonly client: (answer: Answer) => FakeClientOptions;
  /** Whether the call can be given up; true if not given. */
  readonly isAbortable?: boolean;
  /** What the call resolves; a redirect if not given. */
  readonly answered?: unknown;
  /** What the flow makes of that; the same if not given. */
  readonly outcome?: unknown;
  /** What stands around the provider, if anything has to. */
  readonly wrap?: (tree: ReactNode) => ReactNode;
}

const refusal: AuthError = fakeError("too_many_attempts");
const aborted: AuthError = fakeError("aborted");

/** What every flow of every hook promises. */
export function describeFlow(row: FlowRow): void {
  const { name, use, client, wrap = (tree: ReactNode) => tree, isAbortable = true } = row;
  const { answered = { kind: "redirecting" }, outcome = answered } = row;
  const idle = { status: "idle" };
  const pending = { status: "pending" };
  const succeeded = { status: "succeeded", outcome };

  function page(hook: () => FlowUse = use) {
    const { made, answer } = heldCalls();
    const { result, ...rest } = mountHook(hook, client(answer), wrap);
    return { made, ...rest, flow: () => result.current, state: () => result.current.state };
  }

  describe(`the flow of ${name}`, () => {
    test("goes from idle over pending to succeeded, and gives what its state then holds", async () => {
      const { made, flow, state } = page();
      expect(state()).toEqual(idle);
      const { done } = begin(flow);
      expect(state()).toEqual(pending);
      await succeed(made[0]);
      expect(state()).toEqual(succeeded);
      expect(await done).toEqual(succeeded);
      expect(made).toHaveLength(1);
    });

    test("goes over pending to failed, rejects nobody, and may succeed afterwards", async () => {
      const { made, flow, state } = page();
      const { done } = begin(flow);
      await fail(made[0], refusal);
      const failed = { status: "failed", error: refusal };
      expect(state()).toEqual(failed);
      expect(await done).toEqual(failed);
      begin(flow);
      expect(state()).toEqual(pending);
      await succeed(made[1]);
      expect(state()).toEqual(succeeded);
    });

    test("a second call joins the one under way", async () => {
      const { made, flow } = page();
      const done: Promise<unknown>[] = [];
      act(() => void done.push(flow().run(), flow().run()));
      done.push(begin(flow).done);
      expect(made).toHaveLength(1);
      await succeed(made[0]);
      expect(new Set(await Promise.all(done)).size).toBe(1);
    });

    test("a reset gives up the call, whose late end is nobody's and not the next one's", async () => {
      const { made, flow, state } = page();
      begin(flow);
      act(() => flow().reset());
      expect(state()).toEqual(idle);
      expect(isAborted(made[0])).toBe(isAbortable);
      begin(flow);
      await fail(made[0], aborted);
      expect(state()).toEqual(pending);
      await succeed(made[1]);
      expect(state()).toEqual(succeeded);
      act(() => flow().reset());
      expect(state()).toEqual(idle);
    });

    test("an unmount in flight gives up the call, and its end reaches nobody", async () => {
      const { made, flow, unmount } = page();
      const { done } = begin(flow);
      unmount();
      expect(isAborted(made[0])).toBe(isAbortable);
      await fail(made[0], aborted);
      expect(await done).toEqual({ status: "failed", error: aborted });
    });

    test("so does a provider that is taken away, and nobody listens any more", async () => {
      const { made, answer } = heldCalls();
      const staged = stagedClient(anonymous, client(answer));
      const listeners = watchListeners();
      let seen: FlowUse | undefined;
      const Probe = () => {
        const flow = use();
        useEffect(() => {
          seen = flow;
        });
        return null;
      };
      const tree = wrap(
        <Auth0Provider client={staged.client}>
          <Probe />
        </Auth0Provider>,
      );
      const { rerender } = render(<main>{tree}</main>);
      begin(() => seen);
      rerender(<main />);
      expect(isAborted(made[0])).toBe(isAbortable);
      expect(staged.readers()).toBe(0);
      expect(listeners.left()).toEqual([]);
      listeners.stop();
      await succeed(made[0]);
    });

    test("either side's signal ends a call that can be given up", async () => {
      const { made, flow, state } = page();
      const own = new AbortController();
      begin(flow, own.signal);
      expect(isAborted(made[0])).toBe(false);
      own.abort();
      expect(isAborted(made[0])).toBe(isAbortable);
      await fail(made[0], aborted);
      expect(state()).toEqual({ status: "failed", error: aborted });
      begin(flow, new AbortController().signal);
      act(() => flow().reset());
      expect(isAborted(made[1])).toBe(isAbortable);
    });

    test("two of them on a page know nothing of each other's calls", async () => {
      const { made, answer } = heldCalls();
      const { result } = mountHook(() => [use(), use()] as const, client(answer), wrap);
      const states = () => result.current.map(({ state }) => state.status);
      begin(() => result.current[0]);
      expect(states()).toEqual(["pending", "idle"]);
      begin(() => result.current[1]);
      expect(made).toHaveLength(2);
      act(() => result.current[1].reset());
      expect(states()).toEqual(["pending", "idle"]);
      expect(isAborted(made[0])).toBe(false);
      await succeed(made[0]);
      expect(states()).toEqual(["succeeded", "idle"]);
    });

    test.each([
      ["at once", () => throws(new TypeError("a mistake"))],
      ["later", () => Promise.reject(new TypeError("a mistake"))],
    ])(
      "a developer's mistake that comes %s is thrown, and nothing stays pending",
      async (_, answer) => {
        const { result } = mountHook(use, client(answer), wrap);
        const { done } = begin(() => result.current);
        await act(() => expect(done).rejects.toThrow("a mistake"));
        expect(result.current.state).toEqual(idle);
      },
    );

    test("a page brought back from the browser's cache is idle again", async () => {
      const { made, flow, state } = page();
      begin(flow);
      await succeed(made[0]);
      comeBack(false);
      expect(state()).toEqual(succeeded);
      comeBack(true);
      expect(state()).toEqual(idle);
    });

    test("under StrictMode it sends once and ends as without", async () => {
      const { made, answer } = heldCalls();
      const { result } = mountStrictly(createFakeClient(client(answer)), use, wrap);
      begin(() => result.current);
      expect(made).toHaveLength(1);
      await succeed(made[0]);
      expect(result.current.state).toEqual(succeeded);
    });

    test("renders once for each change, and gives the same object until then", async () => {
      const seen: unknown[] = [];
      const { made, flow, rerender } = page(() => {
        const used = use();
        useEffect(() => void seen.push(used.flow));
        return used;
      });
      rerender();
      expect(seen).toEqual([seen[0], seen[0]]);
      expect(seen[1]).toBe(seen[0]);
      begin(flow);
      expect(seen).toHaveLength(3);
      await succeed(made[0]);
      expect(seen).toHaveLength(4);
    });

    test("nothing that was typed is ever in what it gives", async () => {
      const seen: string[] = [];
      const { made, flow } = page(() => {
        const used = use();
        seen.push(JSON.stringify(used.flow));
        return used;
      });
      const { done: refused } = begin(flow);
      await fail(made[0], refusal);
      const { done } = begin(flow);
      await succeed(made[1]);
      const text = seen.join() + JSON.stringify([await refused, await done]);
      expect(text).toContain("too_many_attempts");
      expect(text).not.toContain(canary);
    });
  });

  function succeed(call: HeldCall | undefined): Promise<void> {
    return act(async () => call?.resolve(answered));
  }
}

/** Starts a flow without waiting for its end. */
function begin(flow: () => FlowUse | undefined, signal?: AbortSignal) {
  let done: Promise<unknown> = Promise.resolve();
  act(() => {
    done = flow()?.run(signal) ?? done;
    done.catch(() => {});
  });
  return { done };
}

function fail(call: HeldCall | undefined, error: AuthError): Promise<void> {
  return act(async () => call?.reject(error));
}

function isAborted(call: HeldCall | undefined): boolean {
  return call?.signal?.aborted ?? false;
}

function comeBack(persisted: boolean): void {
  act(() => void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted })));
}

function throws(mistake: Error): never {
  throw mistake;
}

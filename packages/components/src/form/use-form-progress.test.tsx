import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import { Auth0Provider } from "@portico/react";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { useFormProgress, type CallState } from "./use-form-progress.js";

const pending: CallState = { status: "pending" };
const idle: CallState = { status: "idle" };
const accepted: CallState = { status: "succeeded", outcome: { kind: "accepted" } };
const failed = (): CallState => ({
  status: "failed",
  error: fakeError("network", { online: true }),
});

function progressOf(first: CallState, options: FakeClientOptions = {}) {
  const client = createFakeClient(options);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <Auth0Provider client={client}>{children}</Auth0Provider>
  );
  const { result, rerender } = renderHook(useFormProgress, { wrapper, initialProps: first });
  return { client, now: () => result.current, go: (state: CallState) => rerender(state) };
}

function showing(first: CallState) {
  const { now, go } = progressOf(first);
  return (state: CallState) => {
    go(state);
    return now().failure;
  };
}

it("keeps the failure that is shown in its place while the form is sent again", () => {
  const show = showing(failed());
  expect(show(pending)).toMatchObject({ attempt: 1, isStale: true });
  expect(show(failed())).toMatchObject({ attempt: 2, isStale: false });
});

it.each([
  ["taken back", idle],
  ["followed by a success", accepted],
])("never brings back a failure that was %s", (_name, state) => {
  const show = showing(failed());
  expect(show(state)).toBeUndefined();
  expect(show(pending)).toBeUndefined();
  expect(show(failed()), "and counts on").toMatchObject({ attempt: 2, isStale: false });
});

describe("A wait that the tenant asks for", () => {
  it.each([
    ["rate_limited", 1, 1],
    ["rate_limited", 1000, 1],
    ["rate_limited", 1001, 2],
    ["too_many_attempts", 60_000, 60],
    ["rate_limited", undefined, 10],
    ["rate_limited", 0, undefined],
    ["rate_limited", -1, undefined],
    ["network", 60_000, undefined],
  ] as const)("after %s for %s ms is of %s seconds", (code, retryAfter, seconds) => {
    const { coolDown, submit } = progressOf(limited(code, retryAfter)).now();
    expect(coolDown?.seconds).toBe(seconds);
    expect(submit).toBe(seconds === undefined ? "ready" : "waiting");
  });

  it.each(["refused", { refusal: "Not today." }] as const)("is none after %j", (error) => {
    expect(progressOf({ status: "failed", error }).now()).toMatchObject({
      submit: "ready",
      coolDown: undefined,
      failure: { problem: error, attempt: 1, isStale: false },
    });
  });

  it("is over when it is told so, keeps the failure, and comes back with the next one", () => {
    const { now, go } = progressOf(limited("rate_limited", 5000));
    act(() => now().coolDown?.end());
    expect(now()).toMatchObject({ submit: "ready", coolDown: undefined, failure: { attempt: 1 } });
    go(pending);
    expect(now()).toMatchObject({ submit: "pending", coolDown: undefined });
    go(limited("rate_limited", 3000));
    expect(now()).toMatchObject({ submit: "waiting", coolDown: { seconds: 3 } });
  });

  it("is none while the form is sent again", () => {
    const { now, go } = progressOf(limited("rate_limited", 5000));
    go(pending);
    expect(now()).toMatchObject({ submit: "pending", coolDown: undefined });
    expect(now().failure).toMatchObject({ attempt: 1, isStale: true });
  });
});

describe("The button of a form", () => {
  it.each([
    [idle, "ready", "ready"],
    [pending, "pending", "pending"],
    [failed(), "ready", "ready"],
    [accepted, "ready", "ready"],
    [reached("redirecting"), "pending", "pending"],
    [reached("authenticated"), "ready", "done"],
  ] as const)("after %j is %s, and %s where somebody is signed in", (state, nobody, somebody) => {
    expect(progressOf(state).now().submit).toBe(nobody);
    expect(progressOf(state, { user: fakeUser }).now().submit).toBe(somebody);
  });

  it("is ready again when whoever signed in has signed out", async () => {
    const { now, client } = progressOf(reached("authenticated"), { user: fakeUser });
    expect(now().submit).toBe("done");
    await act(async () => void (await client.logout({ local: true })));
    expect(now().submit).toBe("ready");
  });
});

function reached(kind: string): CallState {
  return { status: "succeeded", outcome: { kind } };
}

function limited(code: "rate_limited" | "too_many_attempts" | "network", retryAfter?: number) {
  const given = retryAfter === undefined ? {} : { retryAfter };
  const error =
    code === "network" ? fakeError(code, { online: true }, given) : fakeError(code, {}, given);
  return { status: "failed", error } satisfies CallState;
}

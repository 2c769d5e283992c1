import { createAuthClient, type AuthClient } from "@portico/core";
import {
  createFakeClient,
  createFakeEngine,
  fakeChallenge,
  fakeError,
  type FakeEngineOptions,
} from "@portico/core/testing";
import { act } from "@testing-library/react";
import { useEffect } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { usePasswordless, type PasswordlessFlow } from "./use-passwordless.js";

keepConsoleQuiet();

const email = "ada@example.com";
const now = 1_800_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
});

/** The client's own flows on an engine without a network: what a tab has after each load of the page. */
function tab(options: FakeEngineOptions = {}) {
  return createAuthClient({
    domain: "tenant.invalid",
    clientId: "app",
    checkSessionOnStart: false,
    engine: createFakeEngine(options),
  });
}

/** The hook, and the steps that it was at, each once until the next. */
function page(client = tab()) {
  const steps: string[] = [];
  const { result, unmount } = mountWith(client, () => {
    const flow = usePasswordless();
    useEffect(() => {
      if (steps.at(-1) !== flow.step) steps.push(flow.step);
    });
    return flow;
  });
  return { client, steps, unmount, flow: () => result.current };
}

/** The flow at a step; throws at another. */
function at<Step extends PasswordlessFlow["step"]>(step: Step, flow: PasswordlessFlow) {
  const is = (one: PasswordlessFlow): one is Extract<PasswordlessFlow, { step: Step }> =>
    one.step === step;
  if (is(flow)) return flow;
  throw new Error(`It is at ${flow.step}, not at ${step}.`);
}

const otp = "123456";

test("goes from start over verify to done and never back in between", async () => {
  const { flow, steps } = page();
  await act(() => at("start", flow()).start({ email }));
  const { challenge } = at("verify", flow());
  expect(challenge).toMatchObject({ destination: email, send: "code", resendAt: now + 30_000 });
  await act(() => at("verify", flow()).verify({ otp }));
  expect(at("done", flow()).outcome).toMatchObject({ kind: "authenticated" });
  expect(steps).toEqual(["start", "verify", "done"]);
  act(() => flow().restart());
  expect(flow()).toMatchObject({ step: "start", state: { status: "idle" } });
});

test("nor where the client has done with the message before the call is over", async () => {
  const steps: string[] = [];
  const { result } = mountWith(createFakeClient(), () => {
    const flow = usePasswordless();
    steps.push(flow.step);
    return flow;
  });
  await act(() => at("start", result.current).start({ email }));
  await act(() => at("verify", result.current).verify({ otp }));
  const passed = steps.filter((step, index) => step !== steps[index - 1]);
  expect(passed).toEqual(["start", "verify", "done"]);
});

test("a reload of the page goes on where it was", async () => {
  const first = page();
  await act(() => at("start", first.flow()).start({ email }));
  first.unmount();
  const { flow } = page();
  expect(at("verify", flow()).challenge.destination).toBe(email);
  await act(() => at("verify", flow()).verify({ otp }));
  expect(flow().step).toBe("done");
});

test("a restart forgets the message, after a reload too", async () => {
  const { flow } = page();
  await act(() => at("start", flow()).start({ email }));
  act(() => flow().restart());
  expect(flow()).toMatchObject({ step: "start", state: { status: "idle" } });
  expect(page().flow().step).toBe("start");
});

test("two of them on a page are at the same step, and only the one that verified is done", async () => {
  const client = tab();
  const { result } = mountWith(client, () => [usePasswordless(), usePasswordless()] as const);
  const steps = () => result.current.map(({ step }) => step);
  await act(() => at("start", result.current[0]).start({ email }));
  expect(steps()).toEqual(["verify", "verify"]);
  act(() => result.current[1].restart());
  expect(steps()).toEqual(["start", "start"]);
  await act(() => at("start", result.current[1]).start({ email }));
  await act(() => at("verify", result.current[0]).verify({ otp }));
  expect(steps()).toEqual(["done", "start"]);
});

test.each<[string, (client: AuthClient) => Promise<unknown>]>([
  ["a sign-out", (client) => client.logout({ local: true })],
  ["another way in", (client) => client.login({ email, password: "p" })],
])("%s forgets the message, and the hook follows", async (_way, leave) => {
  const { client, flow } = page();
  await act(() => at("start", flow()).start({ email }));
  await act(() => leave(client));
  expect(flow().step).toBe("start");
});

test("a wrong code stays to be corrected; a new message forgets it", async () => {
  const wrong = fakeError("invalid_otp");
  const { flow } = page(tab({ loginInPage: wrong }));
  await act(() => at("start", flow()).start({ email }));
  await act(() => at("verify", flow()).verify({ otp }));
  expect(flow()).toMatchObject({ step: "verify", state: { status: "failed", error: wrong } });
  const early = await act(() => at("verify", flow()).resend());
  expect(early).toMatchObject({ status: "failed", error: { code: "rate_limited" } });
  expect(flow()).toMatchObject({ sending: { status: "failed" }, state: { status: "idle" } });
  vi.setSystemTime(now + 30_000);
  await act(() => at("verify", flow()).resend());
  expect(flow()).toMatchObject({
    sending: { status: "succeeded" },
    challenge: { resendAt: now + 60_000 },
  });

  await act(() => at("verify", flow()).verify({ otp }));
  // A quarter of an hour later nobody waits for it any more.
  vi.setSystemTime(now + 3_600_000);
  act(() => void window.dispatchEvent(new StorageEvent("storage")));
  await act(() => at("start", flow()).start({ email }));
  expect(flow()).toMatchObject({ step: "verify", state: { status: "idle" } });
});

test("a refusal to send again says in all of them when it may be", async () => {
  const limited = fakeError("rate_limited", {}, { retryAfter: 90_000 });
  const client = tab({ passwordlessStart: [undefined, limited] });
  const { result } = mountWith(client, () => [usePasswordless(), usePasswordless()] as const);
  await act(() => at("start", result.current[0]).start({ email }));
  vi.setSystemTime(now + 30_000);
  await act(() => at("verify", result.current[0]).resend());
  for (const flow of result.current) {
    expect(at("verify", flow).challenge.resendAt).toBe(now + 120_000);
  }
});

test("a browser that stores nothing gets as far", async () => {
  vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  const { flow } = page();
  await act(() => at("start", flow()).start({ email }));
  expect(flow().step).toBe("verify");
  act(() => flow().restart());
  expect(flow().step).toBe("start");
});

test("where a second factor is due, that is the outcome", async () => {
  const challenge = fakeChallenge;
  const error = fakeError("mfa_required");
  const client = createFakeClient({
    passwordless: { verify: async () => ({ kind: "challenge", challenge, error }) },
  });
  const { flow } = page(client);
  await act(() => at("start", flow()).start({ email }));
  await act(() => at("verify", flow()).verify({ otp }));
  expect(at("done", flow()).outcome).toEqual({ kind: "challenge", challenge, error });
});

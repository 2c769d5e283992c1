import type { Mfa, MfaChallenge } from "@portico/core";
import { fakeChallenge, fakeError } from "@portico/core/testing";
import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { Boundary } from "../../test/boundary.js";
import { canary, describeFlow, type FlowUse } from "../../test/flow-contract.js";
import { heldCalls } from "../../test/held-calls.js";
import {
  app,
  at,
  device,
  enrolOnly,
  half,
  mfaPage,
  phone,
  withFactors,
} from "../../test/mfa-page.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useMfa } from "./use-mfa.js";

const quiet = keepConsoleQuiet();

const sms = { factor: "sms", needsCode: true };

describeFlow({
  name: "useMfa: challenge",
  use: () => {
    const flow = useMfa(enrolOnly);
    if (flow.step === "choose") {
      const run: FlowUse["run"] = (signal) => flow.challenge(phone, { signal });
      return { flow, state: flow.state, run, reset: flow.reset };
    }
    if (flow.step !== "verify") throw new Error(flow.step);
    const run: FlowUse["run"] = () => Promise.reject(new Error("It was sent."));
    return { flow, state: { status: "succeeded", outcome: flow.sent }, run, reset: flow.back };
  },
  client: (answer) => ({ mfa: { challenge: (_c, _a, options) => answer(options?.signal) } }),
  answered: sms,
  outcome: { ...sms, authenticator: phone },
});

describeFlow({
  name: "useMfa: enroll",
  use: () => {
    const flow = useMfa(enrolOnly);
    if (flow.step === "choose") {
      const run: FlowUse["run"] = (signal) =>
        flow.enroll({ factor: "sms", phoneNumber: canary, signal });
      return { flow, state: flow.state, run, reset: flow.reset };
    }
    if (flow.step !== "enroll") throw new Error(flow.step);
    const run: FlowUse["run"] = () => Promise.reject(new Error("It was sent."));
    const { enrollment: outcome, back: reset } = flow;
    return { flow, state: { status: "succeeded", outcome }, run, reset };
  },
  client: (answer) => ({ mfa: { enroll: (_c, { signal }) => answer(signal) } }),
  answered: sms,
});

describe("the list of factors", () => {
  test("is asked for by itself and has those that can be answered with", async () => {
    const { flow } = await mfaPage();
    const { authenticators, enrollable, listing } = at("choose", flow());
    expect(authenticators).toEqual([app, phone, device]);
    expect(authenticators).not.toContainEqual(half);
    expect(enrollable).toEqual([]);
    expect(listing.status).toBe("succeeded");
  });

  test("is undefined while it is being asked for, and given up with the page", async () => {
    const { made, answer } = heldCalls();
    const authenticators: Mfa["authenticators"] = (_c, options) => answer(options?.signal);
    const { flow, unmount } = await mfaPage({ mfa: { authenticators } });
    expect(flow()).toMatchObject({ authenticators: undefined, listing: { status: "pending" } });
    unmount();
    expect(made.map(({ signal }) => signal?.aborted)).toEqual([true]);
  });

  test("under StrictMode it is given up once and asked for again", async () => {
    const { made, answer } = heldCalls();
    const authenticators: Mfa["authenticators"] = (_c, options) => answer(options?.signal);
    const { flow } = await mfaPage({ mfa: { authenticators } }, fakeChallenge, { isStrict: true });
    expect(made.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
    await act(async () => made[0]?.reject(fakeError("aborted")));
    await act(async () => made[1]?.resolve([app]));
    expect(flow()).toMatchObject({ authenticators: [app] });
  });

  test("that failed is not asked for again until the user wants it", async () => {
    const authenticators = vi.fn<Mfa["authenticators"]>(async () => [app]);
    const error = fakeError("network", { online: false });
    authenticators.mockRejectedValueOnce(error);
    const { flow } = await mfaPage({ mfa: { authenticators } });
    expect(flow()).toMatchObject({ authenticators: undefined, listing: { error } });
    expect(authenticators).toHaveBeenCalledOnce();
    await act(() => at("choose", flow()).list());
    expect(flow()).toMatchObject({ authenticators: [app], listing: { status: "succeeded" } });
  });

  test.each<[string, MfaChallenge, boolean]>([
    ["names factors to answer with", fakeChallenge, true],
    ["names none", { ...fakeChallenge, challenge: [] }, false],
    ["names factors to enrol only", enrolOnly, false],
    ["names both", { ...enrolOnly, challenge: ["otp"] }, true],
    ["says nothing", { type: "mfa", expiresAt: enrolOnly.expiresAt }, true],
  ])("where the tenant %s: %#", async (_says, challenge, isListed) => {
    const authenticators = vi.fn<Mfa["authenticators"]>(async () => [app]);
    const { flow } = await mfaPage({ mfa: { authenticators } }, challenge);
    expect(authenticators).toHaveBeenCalledTimes(isListed ? 1 : 0);
    expect(at("choose", flow()).authenticators).toEqual(isListed ? [app] : []);
    expect(at("choose", flow()).enrollable).toEqual(challenge.enroll ?? []);
  });

  test("is asked for again on a page brought back from the browser's cache", async () => {
    const authenticators = vi.fn<Mfa["authenticators"]>(async () => [app]);
    const { flow, choose } = await mfaPage({ mfa: { authenticators } });
    await choose(phone);
    const persisted = new PageTransitionEvent("pageshow", { persisted: true });
    await act(async () => window.dispatchEvent(persisted));
    expect(flow()).toMatchObject({ step: "choose", authenticators: [app] });
    expect(authenticators).toHaveBeenCalledTimes(2);
  });

  test("a developer's mistake is thrown where it renders, and not made for ever", async () => {
    quiet.allow();
    const mistake = new TypeError("a copy of a challenge");
    const authenticators = vi.fn<Mfa["authenticators"]>(() => Promise.reject(mistake));
    const caught: unknown[] = [];
    const wrap = (tree: ReactNode) => (
      <Boundary onCatch={(error) => caught.push(error)}>{tree}</Boundary>
    );
    await mfaPage({ mfa: { authenticators } }, fakeChallenge, { wrap });
    expect(caught).toEqual([mistake]);
    const { length } = authenticators.mock.calls;
    await act(async () => {});
    expect(authenticators).toHaveBeenCalledTimes(length);
  });
});

test("another challenge begins anew, and what the one before was doing is given up", async () => {
  const { made, answer } = heldCalls();
  const verify: Mfa["verify"] = (_c, { signal }) => answer(signal);
  const { flow, choose, change } = await mfaPage(withFactors({ verify }));
  await choose(phone);
  act(() => void at("verify", flow()).verify({ otp: "1" }));
  await change({ ...fakeChallenge });
  expect(made[0]?.signal?.aborted).toBe(true);
  expect(flow()).toMatchObject({
    step: "choose",
    state: { status: "idle" },
    authenticators: [app, phone, device],
  });
});

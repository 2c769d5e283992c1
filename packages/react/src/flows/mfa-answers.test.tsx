import type { Mfa } from "@portico/core";
import { fakeError, fakeUser } from "@portico/core/testing";
import { act } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { heldCalls } from "../../test/held-calls.js";
import { app, at, device, enrolOnly, mfaPage, phone, withFactors } from "../../test/mfa-page.js";
import { mountHook } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useMfa } from "./use-mfa.js";

keepConsoleQuiet();

const canary = "c4nary-0tp";
const signedIn = { kind: "authenticated", session: { user: fakeUser } };
const wrong = fakeError("invalid_otp");

/** A page at the answer of a factor, whose `verify` the test settles. */
async function answering(
  factor: typeof app | typeof phone | typeof device,
  mfa: Partial<Mfa> = {},
) {
  const { made, answer } = heldCalls();
  const verify: Mfa["verify"] = (_challenge, { signal }) => answer(signal);
  const { flow, choose, unmount } = await mfaPage(withFactors({ verify, ...mfa }));
  await choose(factor);
  return { made, unmount, flow: () => at("verify", flow()), step: () => flow().step, any: flow };
}

const aborted = (made: readonly { readonly signal: AbortSignal | undefined }[]) =>
  made.map(({ signal }) => signal?.aborted);

describe("a code", () => {
  test("goes from the question over a wrong code to the end", async () => {
    const { made, flow, any } = await answering(phone);
    expect(flow().sent).toEqual({ factor: "sms", needsCode: true, authenticator: phone });
    expect(flow().authenticators).toEqual([app, phone, device]);
    act(() => void flow().verify({ otp: canary }));
    expect(flow().state).toEqual({ status: "pending" });
    await act(async () => made[0]?.reject(wrong));
    expect(flow().state).toEqual({ status: "failed", error: wrong });
    act(() => void flow().verify({ otp: canary }));
    await act(async () => made[1]?.resolve({ ...signedIn, recoveryCode: "NEW" }));
    expect(any()).toEqual({ step: "done", outcome: { ...signedIn, recoveryCode: "NEW" } });
    expect(JSON.stringify(any())).not.toContain(canary);
  });

  test("given twice at once is sent once", async () => {
    const { made, flow } = await answering(phone);
    act(() => {
      void flow().verify({ otp: canary });
      void flow().verify({ otp: canary });
    });
    expect(made).toHaveLength(1);
    expect(JSON.stringify(flow())).not.toContain(canary);
  });

  test("is given up with the way back, and with the page", async () => {
    const { made, flow, step, any } = await answering(phone);
    act(() => void flow().verify({ otp: canary }));
    act(() => flow().back());
    expect(aborted(made)).toEqual([true]);
    expect(step()).toBe("choose");
    expect(any()).toMatchObject({ state: { status: "idle" } });
    const other = await answering(phone);
    act(() => void other.flow().verify({ recoveryCode: canary }));
    other.unmount();
    expect(aborted(other.made)).toEqual([true]);
  });

  test("a new message forgets that the code before was wrong", async () => {
    const { made, flow } = await answering(phone);
    act(() => void flow().verify({ otp: canary }));
    await act(async () => made[0]?.reject(wrong));
    const before = flow().sent;
    await act(() => flow().resend());
    expect(flow()).toMatchObject({ state: { status: "idle" }, sending: { status: "succeeded" } });
    expect(flow().sent).toEqual(before);
    expect(flow().sent).not.toBe(before);
  });

  test("a message that could not be sent again leaves the one before", async () => {
    const limited = fakeError("rate_limited");
    const challenge = vi.fn<Mfa["challenge"]>(async () => ({ factor: "sms", needsCode: true }));
    const { flow } = await answering(phone, { challenge });
    challenge.mockRejectedValueOnce(limited);
    const before = flow().sent;
    await act(() => flow().resend());
    expect(flow()).toMatchObject({ step: "verify", sending: { status: "failed", error: limited } });
    expect(flow().sent).toBe(before);
  });
});

test("of several messages the latest counts until the way back, which one that fails is not", async () => {
  const limited = fakeError("rate_limited");
  const challenge = vi.fn<Mfa["challenge"]>(async () => ({ factor: "sms", needsCode: true }));
  const { flow, step, any } = await answering(phone, { challenge });
  const first = flow().sent;
  await act(() => flow().resend());
  const second = flow().sent;
  expect(second).not.toBe(first);
  challenge.mockRejectedValueOnce(limited);
  await act(() => flow().resend());
  expect(flow()).toMatchObject({ sending: { status: "failed" } });
  expect(flow().sent).toBe(second);
  challenge.mockRejectedValueOnce(new TypeError("a mistake"));
  await act(() => expect(flow().resend()).rejects.toThrow("a mistake"));
  act(() => flow().back());
  expect(step()).toBe("choose");
  await act(() => at("choose", any()).challenge(app));
  expect(flow().sent.authenticator).toBe(app);
});

test("a message that is sent again is shown in one render", async () => {
  const { made, answer } = heldCalls();
  const seen: unknown[] = [];
  const challenge: Mfa["challenge"] = (_challenge, _factor, options) => answer(options?.signal);
  const { result } = mountHook(
    () => {
      const flow = useMfa(enrolOnly);
      seen.push(flow);
      return flow;
    },
    { mfa: { challenge } },
  );
  act(() => void at("choose", result.current).challenge(phone));
  await act(async () => made[0]?.resolve({ factor: "sms", needsCode: true }));
  act(() => void at("verify", result.current).resend());
  const before = seen.length;
  await act(async () => made[1]?.resolve({ factor: "sms", needsCode: true }));
  expect(seen).toHaveLength(before + 1);
});

describe("an answer on the device", () => {
  test("is waited for, once", async () => {
    const { made, flow, any } = await answering(device);
    expect(flow().sent.needsCode).toBe(false);
    act(() => void flow().verify({}));
    act(() => void flow().verify({}));
    expect(flow().state).toEqual({ status: "pending" });
    expect(made).toHaveLength(1);
    await act(async () => made[0]?.resolve(signedIn));
    expect(any()).toEqual({ step: "done", outcome: signedIn });
  });

  test("is waited for no more once a code is given in its place, which does not join it", async () => {
    const { made, flow } = await answering(device);
    act(() => void flow().verify({}));
    act(() => void flow().verify({ recoveryCode: canary }));
    act(() => void flow().verify({ recoveryCode: canary }));
    expect(aborted(made)).toEqual([true, false]);
    await act(async () => made[0]?.reject(fakeError("aborted")));
    expect(flow().state).toEqual({ status: "pending" });
    await act(async () => made[1]?.reject(wrong));
    expect(flow().state).toEqual({ status: "failed", error: wrong });
    act(() => void flow().verify({}));
    expect(flow().state).toEqual({ status: "pending" });
    const denied = fakeError("access_denied");
    await act(async () => made[2]?.reject(denied));
    expect(flow().state).toEqual({ status: "failed", error: denied });
  });

  test("a question that is asked again ends the waiting for the one before", async () => {
    const { made, flow } = await answering(device);
    const { verify } = flow();
    act(() => void verify({}));
    const before = flow().sent;
    await act(() => flow().resend());
    expect(aborted(made)).toEqual([true]);
    expect(flow().state).toEqual({ status: "idle" });
    expect(flow().sent).not.toBe(before);
    act(() => void flow().verify({}));
    await act(async () => made[0]?.reject(fakeError("aborted")));
    expect(flow().state).toEqual({ status: "pending" });
  });

  test("one that could not be asked again goes on being waited for", async () => {
    const challenge = vi.fn<Mfa["challenge"]>(async () => ({ factor: "push", needsCode: false }));
    const { made, flow } = await answering(device, { challenge });
    act(() => void flow().verify({}));
    challenge.mockRejectedValueOnce(fakeError("rate_limited"));
    await act(() => flow().resend());
    expect(aborted(made)).toEqual([false]);
    expect(flow().state).toEqual({ status: "pending" });
  });

  test("verify is the same function while its state changes, so that an effect may call it", async () => {
    const { made, flow } = await answering(device);
    const { verify } = flow();
    act(() => void verify({}));
    await act(async () => made[0]?.reject(fakeError("access_denied")));
    expect(flow().verify).toBe(verify);
  });
});

test("a factor that is enrolled shows what to scan, and is confirmed by its first code", async () => {
  const { flow } = await mfaPage({}, enrolOnly);
  await act(() => at("choose", flow()).enroll({ factor: "otp" }));
  expect(at("enroll", flow()).enrollment).toMatchObject({
    factor: "otp",
    secret: "FAKESECRET",
    recoveryCodes: ["FAKE-RECOVERY-CODE"],
  });
  await act(() => at("enroll", flow()).verify({ otp: canary }));
  expect(at("done", flow()).outcome.session.user).toEqual(fakeUser);
  expect(JSON.stringify(flow())).not.toContain("FAKE");
});

test("the way back drops what was shown of a factor", async () => {
  const { flow } = await mfaPage({}, enrolOnly);
  await act(() => at("choose", flow()).enroll({ factor: "otp" }));
  act(() => at("enroll", flow()).back());
  expect(at("choose", flow()).state).toEqual({ status: "idle" });
  expect(JSON.stringify(flow())).not.toContain("FAKE");
});

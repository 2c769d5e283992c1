import type { Management } from "@portico/core";
import { fakeError, fakeUser, type FakeClientOptions } from "@portico/core/testing";
import { act } from "@testing-library/react";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { heldCalls } from "../../test/held-calls.js";
import { ada, eve, profileOf } from "../../test/managed.js";
import { mountHook, mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { signedInAs, stagedClient } from "../../test/staged-client.js";
import { useLinkIdentity, type LinkIdentityFlow } from "./use-link-identity.js";

keepConsoleQuiet();

const email = "other@example.com";
const proven = { user: { sub: "email|1", email }, provenAt: 0 };
const mail = { provider: "email", userId: "1", connection: "email", isSocial: false };
const both = [...profileOf(ada).identities, mail];

/** What the hook gives at a step; a test that is at another one fails. */
function at<Step extends LinkIdentityFlow["step"]>(flow: LinkIdentityFlow, step: Step) {
  if (flow.step !== step) throw new Error(`The step is ${flow.step}, not ${step}.`);
  return flow as Extract<LinkIdentityFlow, { readonly step: Step }>;
}

/** A page where Ada may prove another account by a code. */
function page(passwordless: FakeClientOptions["passwordless"] = {}, calls: FakeClientOptions = {}) {
  const getUser: Management["getUser"] = async (id) => profileOf(id);
  return mountHook(useLinkIdentity, {
    user: fakeUser,
    passwordless: { prove: async () => proven, ...passwordless },
    linkIdentity: async () => both,
    management: { getUser },
    ...calls,
  });
}

type Page = ReturnType<typeof page>["result"];
const send = ({ current }: Page) => act(() => at(current, "prove").sendCode({ email }));
const verify = ({ current }: Page) => act(() => at(current, "code").verify({ otp: "123456" }));

describe("useLinkIdentity, by a code,", () => {
  test("sends one, takes it, and goes on with the confirmation", async () => {
    const prove = vi.fn(async () => proven);
    const { result, client } = page({ prove });
    await send(result);
    const { challenge, state } = at(result.current, "code");
    expect(challenge).toMatchObject({ channel: "email", destination: email, send: "code" });
    expect(state).toEqual({ status: "idle" });
    expect(await verify(result)).toEqual({ status: "succeeded", outcome: proven });
    expect(prove.mock.calls).toEqual([
      [challenge, { otp: "123456", signal: expect.any(AbortSignal) }],
    ]);
    expect(at(result.current, "confirm").proven).toBe(proven);
    await act(() => at(result.current, "confirm").link());
    expect(at(result.current, "done").identities).toEqual(both);
    expect(client.passwordless.pending()).toBeUndefined();
  });

  test("never has the tab wait for a sign-in, sent again neither", async () => {
    const { result, client } = page();
    await send(result);
    expect(client.passwordless.pending()).toBeUndefined();
    const wait = await act(() => at(result.current, "code").resend());
    expect(wait).toMatchObject({ status: "failed", error: { code: "rate_limited" } });
    expect(at(result.current, "code").sending).toMatchObject({ status: "failed" });
    expect(client.passwordless.pending()).toBeUndefined();
  });

  test("stays with the code that was wrong, and forgets it with the next message", async () => {
    const error = fakeError("invalid_otp");
    const prove = vi.fn(async () => proven).mockRejectedValueOnce(error);
    const challenge = { type: "passwordless", connection: "email", channel: "email" } as const;
    const later = { ...challenge, destination: email, send: "code", resendAt: 7 } as const;
    const resend = async () =>
      ({ kind: "accepted", destination: email, challenge: later }) as const;
    const { result } = page({ prove, resend });
    await send(result);
    await verify(result);
    expect(at(result.current, "code").state).toEqual({ status: "failed", error });
    await act(() => at(result.current, "code").resend());
    expect(at(result.current, "code")).toMatchObject({
      state: { status: "idle" },
      challenge: { resendAt: 7 },
    });
    await verify(result);
    expect(result.current.step).toBe("confirm");
  });

  test("shows why none was sent", async () => {
    const error = fakeError("invalid_email");
    const { result } = page({ start: () => Promise.reject(error) });
    expect(await send(result)).toEqual({ status: "failed", error });
    expect(at(result.current, "prove").sending).toEqual({ status: "failed", error });
    act(() => at(result.current, "prove").cancel());
    expect(at(result.current, "prove").sending).toEqual({ status: "idle" });
  });

  test("goes back to the beginning when it is cancelled, and gives up what is under way", async () => {
    const { made, answer } = heldCalls();
    const { result } = page({ prove: (_challenge, { signal }) => answer(signal) });
    await send(result);
    act(() => void at(result.current, "code").verify({ otp: "123456" }));
    expect(at(result.current, "code").state).toEqual({ status: "pending" });
    act(() => at(result.current, "code").cancel());
    expect(made[0]?.signal?.aborted).toBe(true);
    expect(at(result.current, "prove").state).toEqual({ status: "idle" });
  });

  test("opens a window after all, in the click itself", async () => {
    const proveIdentity = vi.fn(async () => proven);
    const { result } = page({}, { proveIdentity });
    await send(result);
    act(() => {
      void at(result.current, "code").prove({ connection: "email", loginHint: email });
      expect(proveIdentity).toHaveBeenCalledOnce();
    });
    await act(async () => {});
    expect(at(result.current, "confirm").proven).toBe(proven);
  });

  test("begins anew when the link has failed", async () => {
    const error = fakeError("timeout", { deadline: 1 });
    const { result } = page({}, { linkIdentity: () => Promise.reject(error) });
    await send(result);
    await verify(result);
    await act(() => at(result.current, "confirm").link());
    expect(at(result.current, "prove").state).toEqual({ status: "failed", error });
    expect(at(result.current, "prove").sending).toEqual({ status: "idle" });
    await send(result);
    expect(at(result.current, "code").state).toEqual({ status: "idle" });
  });

  test("keeps no message for somebody else who signs in", async () => {
    const stage = stagedClient(signedInAs());
    const { result } = mountWith(stage.client, useLinkIdentity);
    await send({ current: result.current });
    expect(result.current.step).toBe("code");
    act(() => stage.show(signedInAs(eve)));
    expect(result.current.step).toBe("prove");
  });

  test("sends nothing while nobody is signed in", async () => {
    const start = vi.fn();
    const { result } = mountHook(useLinkIdentity, { passwordless: { start } });
    expect(await send(result)).toMatchObject({ error: { code: "login_required" } });
    expect(start).not.toHaveBeenCalled();
  });

  test("has at that step only what can be done then", () => {
    type At<Step> = Extract<LinkIdentityFlow, { readonly step: Step }>;
    expectTypeOf<At<"code">>().not.toHaveProperty("link");
    expectTypeOf<At<"prove">>().not.toHaveProperty("verify");
  });
});

import type { Management } from "@portico/core";
import { fakeError, fakeUser, type FakeClientOptions } from "@portico/core/testing";
import { act, waitFor } from "@testing-library/react";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { describeFlow } from "../../test/flow-contract.js";
import { heldCalls } from "../../test/held-calls.js";
import { ada, eve, profileOf } from "../../test/managed.js";
import { mountHook, mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { signedInAs, stagedClient } from "../../test/staged-client.js";
import { useIdentities } from "./use-identities.js";
import { useLinkIdentity, type LinkIdentityFlow } from "./use-link-identity.js";
import { useUnlinkIdentity } from "./use-unlink-identity.js";

keepConsoleQuiet();

const google = { provider: "google-oauth2", userId: "1", connection: "google", isSocial: true };
const proven = { user: { sub: "google-oauth2|1", email: "ada@example.org" }, provenAt: 0 };
type GetUser = Management["getUser"];

const own = profileOf(ada).identities;
const both = [...own, google];

/** What the hook gives at a step; a test that is at another one fails. */
function at<Step extends LinkIdentityFlow["step"]>(flow: LinkIdentityFlow, step: Step) {
  if (flow.step !== step) throw new Error(`The step is ${flow.step}, not ${step}.`);
  return flow as Extract<LinkIdentityFlow, { readonly step: Step }>;
}

describeFlow({
  name: "useUnlinkIdentity",
  use: () => {
    const flow = useUnlinkIdentity();
    const { state, unlinkIdentity, reset } = flow;
    return { flow, state, run: (signal) => unlinkIdentity(google, { signal }), reset };
  },
  client: (answer) => ({
    user: fakeUser,
    unlinkIdentity: (_identity, options) => answer(options?.signal),
  }),
  answered: own,
});

/** A page where Ada has one account and may prove another. */
function page(calls: FakeClientOptions = {}) {
  const use = () => ({ flow: useLinkIdentity(), accounts: useIdentities() });
  return mountHook(use, {
    user: fakeUser,
    proveIdentity: async () => proven,
    linkIdentity: async () => both,
    management: { getUser: async (id) => profileOf(id) },
    ...calls,
  });
}

type Page = ReturnType<typeof page>["result"];
const prove = ({ current }: Page) => act(() => at(current.flow, "prove").prove());
const link = ({ current }: Page) => act(() => at(current.flow, "confirm").link());

describe("useLinkIdentity", () => {
  test("goes from the proof over the confirmation to the accounts, which the cache then has", async () => {
    const linkIdentity = vi.fn(async () => both);
    const { result } = page({ linkIdentity });
    await waitFor(() => expect(result.current.accounts.identities).toEqual(own));
    expect(at(result.current.flow, "prove").state).toEqual({ status: "idle" });
    expect(await prove(result)).toEqual({ status: "succeeded", outcome: proven });
    expect(at(result.current.flow, "confirm").proven).toBe(proven);
    expect(linkIdentity).not.toHaveBeenCalled();
    expect(await link(result)).toEqual({ status: "succeeded", outcome: both });
    expect(linkIdentity.mock.calls).toEqual([[proven, { signal: expect.any(AbortSignal) }]]);
    expect(at(result.current.flow, "done").identities).toEqual(both);
    await waitFor(() => expect(result.current.accounts.identities).toEqual(both));
    act(() => at(result.current.flow, "done").restart());
    expect(at(result.current.flow, "prove").state).toEqual({ status: "idle" });
  });

  test("opens the window in the click itself, and hands on what it is told", async () => {
    const proveIdentity = vi.fn(async () => proven);
    const { result } = page({ proveIdentity });
    act(() => {
      void at(result.current.flow, "prove").prove({ connection: "google-oauth2" });
      expect(proveIdentity).toHaveBeenCalledOnce();
      void at(result.current.flow, "prove").prove();
    });
    await waitFor(() => expect(result.current.flow.step).toBe("confirm"));
    expect(proveIdentity.mock.calls).toEqual([
      [{ connection: "google-oauth2", signal: expect.any(AbortSignal) }],
    ]);
  });

  test("shows why a proof has failed, and takes another", async () => {
    const error = fakeError("popup_closed");
    const proveIdentity = vi.fn(async () => proven).mockRejectedValueOnce(error);
    const { result } = page({ proveIdentity });
    expect(await prove(result)).toEqual({ status: "failed", error });
    expect(at(result.current.flow, "prove").state).toEqual({ status: "failed", error });
    await prove(result);
    expect(result.current.flow.step).toBe("confirm");
  });

  test("drops the proof when it is cancelled", async () => {
    const linkIdentity = vi.fn(async () => both);
    const { result } = page({ linkIdentity });
    await prove(result);
    act(() => at(result.current.flow, "confirm").cancel());
    expect(at(result.current.flow, "prove").state).toEqual({ status: "idle" });
    expect(linkIdentity).not.toHaveBeenCalled();
  });

  test("gives up a proof under way, and forgets a failure, when it is cancelled", async () => {
    const { made, answer } = heldCalls();
    const { result } = page({ proveIdentity: (params) => answer(params?.signal) });
    act(() => void at(result.current.flow, "prove").prove());
    act(() => at(result.current.flow, "prove").cancel());
    expect(made[0]?.signal?.aborted).toBe(true);
    expect(at(result.current.flow, "prove").state).toEqual({ status: "idle" });
    act(() => void at(result.current.flow, "prove").prove());
    await act(async () => made[1]?.reject(fakeError("popup_closed")));
    expect(at(result.current.flow, "prove").state).toMatchObject({ status: "failed" });
    act(() => at(result.current.flow, "prove").cancel());
    expect(at(result.current.flow, "prove").state).toEqual({ status: "idle" });
  });

  test("links once for two clicks", async () => {
    const { made, answer } = heldCalls();
    const { result } = page({ linkIdentity: (_proven, options) => answer(options?.signal) });
    await prove(result);
    act(() => {
      void at(result.current.flow, "confirm").link();
      void at(result.current.flow, "confirm").link();
    });
    expect(at(result.current.flow, "confirm").state).toEqual({ status: "pending" });
    expect(made).toHaveLength(1);
    await act(async () => made[0]?.resolve(both));
    expect(result.current.flow.step).toBe("done");
  });

  test("goes back to the proof with the error when a link fails, and one click proves anew", async () => {
    const error = fakeError("invalid_request");
    const linkIdentity = vi.fn(async () => both).mockRejectedValueOnce(error);
    const proveIdentity = vi.fn(async () => proven);
    const { result } = page({ linkIdentity, proveIdentity });
    await prove(result);
    expect(await link(result)).toEqual({ status: "failed", error });
    expect(at(result.current.flow, "prove").state).toEqual({ status: "failed", error });
    await act(async () => {
      const { prove: again } = at(result.current.flow, "prove");
      await Promise.all([again(), again()]);
    });
    expect(proveIdentity).toHaveBeenCalledTimes(2);
    expect(at(result.current.flow, "confirm").state).toEqual({ status: "idle" });
    await link(result);
    expect(result.current.flow.step).toBe("done");
  });

  test("looks the accounts up when a link fails that may have happened", async () => {
    const getUser = vi.fn<GetUser>(async (id) => ({ ...profileOf(id), identities: both }));
    getUser.mockResolvedValueOnce(profileOf(ada));
    const linkIdentity = () => Promise.reject(fakeError("timeout", { deadline: 1 }));
    const { result } = page({ linkIdentity, management: { getUser } });
    await waitFor(() => expect(result.current.accounts.identities).toEqual(own));
    await prove(result);
    await link(result);
    await waitFor(() => expect(result.current.accounts.identities).toEqual(both));
  });

  test("keeps no proof for somebody else who signs in", async () => {
    const linkIdentity = vi.fn(async () => both);
    const calls = { proveIdentity: async () => proven, linkIdentity };
    const stage = stagedClient(signedInAs(), calls);
    const { result } = mountWith(stage.client, useLinkIdentity);
    await act(() => at(result.current, "prove").prove());
    expect(result.current.step).toBe("confirm");
    act(() => stage.show(signedInAs(eve)));
    expect(at(result.current, "prove").state).toEqual({ status: "idle" });
    expect(linkIdentity).not.toHaveBeenCalled();
  });

  test("opens no window while nobody is signed in", async () => {
    const proveIdentity = vi.fn(async () => proven);
    const { result } = mountHook(useLinkIdentity, { proveIdentity });
    const done = await act(() => at(result.current, "prove").prove());
    expect(done).toMatchObject({ status: "failed", error: { code: "login_required" } });
    expect(proveIdentity).not.toHaveBeenCalled();
  });

  test("has at each step only what can be done then", () => {
    type At<Step> = Extract<LinkIdentityFlow, { readonly step: Step }>;
    expectTypeOf<At<"prove">>().not.toHaveProperty("link");
    expectTypeOf<At<"confirm">>().not.toHaveProperty("prove");
    expectTypeOf<At<"done">>().not.toHaveProperty("link");
    expectTypeOf<LinkIdentityFlow>().not.toHaveProperty("link");
  });

  test("gives the same object until its state changes", async () => {
    const { result, rerender } = page();
    await waitFor(() => expect(result.current.accounts.status).toBe("succeeded"));
    const { flow } = result.current;
    rerender();
    expect(result.current.flow).toBe(flow);
  });
});

describe("useUnlinkIdentity", () => {
  test("leaves the cache with the accounts that are left", async () => {
    const unlinkIdentity = vi.fn(async () => own);
    const getUser = async () => ({ ...profileOf(ada), identities: both });
    const { result } = mountHook(() => [useUnlinkIdentity(), useIdentities()] as const, {
      user: fakeUser,
      unlinkIdentity,
      management: { getUser },
    });
    await waitFor(() => expect(result.current[1].identities).toEqual(both));
    await act(() => result.current[0].unlinkIdentity(google));
    expect(result.current[0].state).toEqual({ status: "succeeded", outcome: own });
    await waitFor(() => expect(result.current[1].identities).toEqual(own));
    expect(unlinkIdentity).toHaveBeenCalledOnce();
  });

  test("is refused by the client while nobody is signed in", async () => {
    const { result } = mountHook(useUnlinkIdentity);
    const done = await act(() => result.current.unlinkIdentity(google));
    expect(done).toMatchObject({ status: "failed", error: { code: "login_required" } });
  });
});

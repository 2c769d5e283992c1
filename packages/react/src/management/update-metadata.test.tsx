import type { Management, Profile } from "@portico/core";
import { fakeError, fakeUser } from "@portico/core/testing";
import { QueryClient } from "@tanstack/react-query";
import { act, waitFor } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { heldCalls } from "../../test/held-calls.js";
import { ada, eve, profileOf, within } from "../../test/managed.js";
import { mountHook, mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { signedInAs, stagedClient } from "../../test/staged-client.js";
import type { FlowResult } from "../flows/flow.js";
import { managementKeys } from "./management-keys.js";
import { useProfile } from "./use-profile.js";

keepConsoleQuiet();

const before = { theme: "light", city: "London" };
type Updated = Promise<FlowResult<Profile>>;

/** A page that shows Ada's profile; the test settles each update. */
async function page() {
  const { made, answer } = heldCalls();
  const sent: unknown[] = [];
  const updateUserMetadata: Management["updateUserMetadata"] = (_id, patch, options) => {
    sent.push(patch);
    return answer(options?.signal);
  };
  const getUser = vi.fn<Management["getUser"]>(async (id) => profileOf(id, before));
  const queryClient = new QueryClient();
  const stage = stagedClient(signedInAs(), {
    user: fakeUser,
    management: { getUser, updateUserMetadata },
  });
  const mounted = mountWith(stage.client, useProfile, within(queryClient));
  const { result } = mounted;
  await waitFor(() => expect(result.current.status).toBe("succeeded"));

  const update = (patch: Record<string, unknown>): { readonly done: Updated } => {
    let done!: Updated;
    act(() => void (done = result.current.updateMetadata(patch)));
    return { done };
  };
  const metadata = () => result.current.profile?.userMetadata;
  const settle = (index: number, by: Profile["userMetadata"] | Error) =>
    act(async () => {
      await vi.waitFor(() => expect(made[index]).toBeDefined());
      if (by instanceof Error) made[index]?.reject(by);
      else made[index]?.resolve(profileOf(ada, by));
    });
  return { ...mounted, ...stage, made, sent, getUser, queryClient, update, metadata, settle };
}

describe("an update", () => {
  test("shows at once, merged as Auth0 does it, and takes over what the tenant answers", async () => {
    const { result, update, metadata, settle, sent } = await page();
    const { done } = update({
      theme: { dark: true },
      city: null,
      at: new Date(0),
      none: undefined,
    });
    const merged = { theme: { dark: true }, at: "1970-01-01T00:00:00.000Z" };
    expect(metadata()).toEqual(merged);
    expect(result.current.updating).toEqual({ status: "pending" });
    await settle(0, { theme: "answered" });
    const outcome = profileOf(ada, { theme: "answered" });
    expect(metadata()).toEqual({ theme: "answered" });
    expect(result.current.updating).toEqual({ status: "succeeded", outcome });
    expect(await done).toEqual({ status: "succeeded", outcome });
    expect(sent).toEqual([{ ...merged, city: null }]);
  });

  test("that is refused shows no more, and rejects nobody", async () => {
    const { result, update, metadata, settle, getUser } = await page();
    const { done } = update({ theme: "dark" });
    const error = fakeError("insufficient_scope");
    await settle(0, error);
    expect(metadata()).toEqual(before);
    expect(result.current.updating).toEqual({ status: "failed", error });
    expect(await done).toEqual({ status: "failed", error });
    expect(getUser).toHaveBeenCalledOnce();
  });

  test("that may have happened all the same is looked up", async () => {
    const { update, metadata, settle, getUser } = await page();
    getUser.mockImplementation(async (id) => profileOf(id, { theme: "dark" }));
    update({ theme: "dark" });
    await settle(0, fakeError("timeout", { deadline: 1 }));
    await waitFor(() => expect(metadata()).toEqual({ theme: "dark" }));
    expect(getUser).toHaveBeenCalledTimes(2);
  });

  test("that is a developer's mistake rejects, and nothing stays pending", async () => {
    const { result, update, metadata, settle } = await page();
    const { done } = update({});
    const mistake = new Error("Nothing was sent.");
    const thrown = done.catch((error: unknown) => error);
    await settle(0, mistake);
    expect(await thrown).toBe(mistake);
    expect(metadata()).toEqual(before);
    expect(result.current.updating).toEqual({ status: "idle" });
  });

  test("goes on when its component is gone", async () => {
    const { update, settle, unmount, made, queryClient, client } = await page();
    const { done } = update({ theme: "dark" });
    unmount();
    await settle(0, { theme: "dark" });
    expect(made[0]?.signal?.aborted).toBe(false);
    expect(await done).toMatchObject({ status: "succeeded" });
    const entry = queryClient.getQueryData<Profile>(managementKeys.profile(client, ada));
    expect(entry?.userMetadata).toEqual({ theme: "dark" });
  });

  test("is not undone by a profile that was asked for before it", async () => {
    const { result, update, metadata, settle, getUser } = await page();
    const { made, answer } = heldCalls();
    getUser.mockImplementation(() => answer(undefined));
    act(() => void result.current.refetch());
    expect(made).toHaveLength(1);
    update({ theme: "dark" });
    await settle(0, { theme: "dark" });
    await act(async () => made[0]?.resolve(profileOf(ada, before)));
    expect(metadata()).toEqual({ theme: "dark" });
    await waitFor(() => expect(made).toHaveLength(2));
    await act(async () => made[1]?.resolve(profileOf(ada, { theme: "dark", asked: "anew" })));
    await waitFor(() => expect(metadata()).toEqual({ theme: "dark", asked: "anew" }));
  });
});

describe("two updates at once", () => {
  test("are sent one after the other, and the last one lasts", async () => {
    const { result, update, metadata, settle, sent } = await page();
    const first = update({ theme: "dark", size: 1 });
    const second = update({ theme: "sepia" });
    expect(metadata()).toEqual({ theme: "sepia", size: 1, city: "London" });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await settle(0, { theme: "dark", size: 1 });
    expect(metadata()).toEqual({ theme: "sepia", size: 1 });
    expect(result.current.updating).toEqual({ status: "pending" });
    await settle(1, { theme: "sepia", size: 1 });
    expect(sent).toEqual([{ theme: "dark", size: 1 }, { theme: "sepia" }]);
    expect(metadata()).toEqual({ theme: "sepia", size: 1 });
    expect(await first.done).toMatchObject({ outcome: { userMetadata: { theme: "dark" } } });
    expect(await second.done).toBe(result.current.updating);
  });

  test("do not undo each other when the first fails", async () => {
    const { update, metadata, settle } = await page();
    update({ theme: "dark", size: 1 });
    update({ theme: "sepia" });
    await settle(0, fakeError("insufficient_scope"));
    expect(metadata()).toEqual({ theme: "sepia", city: "London" });
    await settle(1, { theme: "sepia", city: "London" });
    expect(metadata()).toEqual({ theme: "sepia", city: "London" });
  });

  test("do not undo each other when the second fails", async () => {
    const { update, metadata, settle } = await page();
    update({ theme: "dark", size: 1 });
    update({ theme: "sepia" });
    await settle(0, { theme: "dark", size: 1 });
    expect(metadata()).toEqual({ theme: "sepia", size: 1 });
    await settle(1, fakeError("insufficient_scope"));
    expect(metadata()).toEqual({ theme: "dark", size: 1 });
  });

  test("in two components show in both", async () => {
    const { result, client } = mountHook(() => [useProfile(), useProfile()] as const, {
      user: fakeUser,
    });
    await waitFor(() => expect(result.current[1].status).toBe("succeeded"));
    act(() => void result.current[0].updateMetadata({ theme: "dark" }));
    expect(result.current[1].profile?.userMetadata).toEqual({ theme: "dark" });
    expect(result.current[1].updating.status).toBe("idle");
    await act(() => result.current[1].updateMetadata({ size: 1 }));
    expect(result.current[0].profile?.userMetadata).toEqual({ theme: "dark", size: 1 });
    expect((await client.management.getUser(ada)).userMetadata).toEqual({ theme: "dark", size: 1 });
  });
});

describe("nobody's metadata become somebody else's:", () => {
  test("nothing is sent while nobody is signed in", async () => {
    const updateUserMetadata = vi.fn();
    const { result } = mountHook(useProfile, { management: { updateUserMetadata } });
    const done = await act(() => result.current.updateMetadata({ theme: "dark" }));
    expect(done).toMatchObject({ status: "failed", error: { code: "login_required" } });
    expect(result.current).toMatchObject({ status: "idle", updating: done });
    expect(updateUserMetadata).not.toHaveBeenCalled();
  });

  test("an update is given up when somebody else signs in, and shows nowhere", async () => {
    const { result, show, update, metadata, settle, made, getUser, queryClient, client } =
      await page();
    const { done } = update({ theme: "dark" });
    await vi.waitFor(() => expect(made).toHaveLength(1));
    getUser.mockImplementation(async (id) => profileOf(id, { of: "Eve" }));
    act(() => show(signedInAs(eve)));
    expect(made[0]?.signal?.aborted).toBe(true);
    expect(result.current).toMatchObject({ status: "pending", updating: { status: "idle" } });
    await settle(0, { theme: "dark" });
    await done;
    await waitFor(() => expect(metadata()).toEqual({ of: "Eve" }));
    expect(result.current.updating).toEqual({ status: "idle" });
    const cached = queryClient.getQueriesData<Profile>({ queryKey: managementKeys.all(client) });
    expect(cached.map(([, profile]) => profile?.userId)).toEqual([eve.sub]);
  });

  test("one that waits for its turn then is given up before it is sent", async () => {
    const { show, update, settle, made, sent } = await page();
    update({ theme: "dark" });
    update({ theme: "sepia" });
    await vi.waitFor(() => expect(made).toHaveLength(1));
    act(() => show(signedInAs(eve)));
    await settle(0, fakeError("aborted"));
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(made[1]?.signal?.aborted).toBe(true);
  });
});

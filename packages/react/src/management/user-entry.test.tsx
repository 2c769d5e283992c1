import type { Management, Profile } from "@portico/core";
import { fakeUser } from "@portico/core/testing";
import { keepPreviousData, QueryClient } from "@tanstack/react-query";
import { act, waitFor } from "@testing-library/react";
import { StrictMode } from "react";
import { describe, expect, test, vi } from "vitest";
import { heldCalls } from "../../test/held-calls.js";
import { ada, contentOf, eve, profileOf, within } from "../../test/managed.js";
import { mountHook, mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { anonymous, signedInAs, stagedClient, starting } from "../../test/staged-client.js";
import { managementKeys } from "./management-keys.js";
import { useIdentities } from "./use-identities.js";
import { useProfile } from "./use-profile.js";

keepConsoleQuiet();

type GetUser = Management["getUser"];

function page(getUser: GetUser = async (id) => profileOf(id), queryClient = new QueryClient()) {
  const asked = vi.fn(getUser);
  const stage = stagedClient(signedInAs(), { management: { getUser: asked } });
  const mounted = mountWith(stage.client, useProfile, within(queryClient));
  const entries = () =>
    queryClient
      .getQueriesData<Profile>({ queryKey: managementKeys.all(stage.client) })
      .flatMap(([, profile]) => (profile ? [profile.userId] : []));
  return { ...mounted, ...stage, queryClient, asked, entries };
}

describe("what was read of a user goes with them", () => {
  test("when they sign out, from the app's own QueryClient too, and nothing else does", async () => {
    const { result, show, queryClient, entries } = page();
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    queryClient.setQueryData(["orders"], 7);
    act(() => show(anonymous));
    expect(result.current).toMatchObject({ status: "idle" });
    expect(result.current.profile).toBeUndefined();
    expect(entries()).toEqual([]);
    expect(queryClient.getQueryData(["orders"])).toBe(7);
  });

  test("when they sign out while nothing shows it", async () => {
    const { result, show, unmount, entries } = page();
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    unmount();
    expect(entries()).toEqual([ada]);
    act(() => show(anonymous));
    expect(entries()).toEqual([]);
  });

  test("when somebody else signs in, who never sees it", async () => {
    const seen: unknown[] = [];
    const { asked, result, show, entries } = page();
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    act(() => show(signedInAs(eve)));
    seen.push(result.current.profile);
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    seen.push(result.current.profile?.userId);
    expect(seen).toEqual([undefined, eve.sub]);
    expect(entries()).toEqual([eve.sub]);
    expect(asked.mock.calls.map(([id]) => id)).toEqual([ada, eve.sub]);
  });

  test("whatever the app does for its own queries, and the browser keeps none of it", async () => {
    const { made, answer } = heldCalls();
    const persister = vi.fn(() => Promise.resolve(profileOf(ada)));
    const queries = { placeholderData: keepPreviousData, persister, retry: false };
    const { result, show } = page(
      (_id, options) => answer(options?.signal),
      new QueryClient({ defaultOptions: { queries } }),
    );
    await waitFor(() => expect(made).toHaveLength(1));
    await act(async () => made[0]?.resolve(profileOf(ada)));
    await waitFor(() => expect(result.current.profile?.userId).toBe(ada));
    act(() => show(signedInAs(eve)));
    expect(result.current).toMatchObject({ status: "pending" });
    expect(result.current.profile).toBeUndefined();
    expect(persister).not.toHaveBeenCalled();
  });

  test("and what is still being asked about them is given up and kept by nobody", async () => {
    const { made, answer } = heldCalls();
    const { result, show, entries } = page((_id, options) => answer(options?.signal));
    await waitFor(() => expect(made).toHaveLength(1));
    act(() => show(signedInAs(eve)));
    expect(made[0]?.signal?.aborted).toBe(true);
    await act(async () => made[0]?.resolve(profileOf(ada)));
    expect(entries()).toEqual([]);
    await waitFor(() => expect(made).toHaveLength(2));
    await act(async () => made[1]?.resolve(profileOf("auth0|eve")));
    await waitFor(() => expect(result.current.profile?.userId).toBe(eve.sub));
  });

  test("but stays when their tokens are renewed", async () => {
    const { result, show, asked } = page();
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    const { current } = result;
    act(() => show(signedInAs({ ...fakeUser })));
    expect(result.current).toBe(current);
    expect(asked).toHaveBeenCalledOnce();
  });
});

test("whoever signs out and in again at once is read anew, and may write", async () => {
  const { result, show, asked } = page();
  await waitFor(() => expect(result.current.status).toBe("succeeded"));
  act(() => {
    show(anonymous);
    show(signedInAs());
  });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(result.current.status).toBe("succeeded"));
  const [, [, options] = []] = asked.mock.calls;
  expect(options?.signal?.aborted).toBe(false);
});

test("while it is being found out who is signed in, nothing is asked, whoever is shown", async () => {
  const getUser = vi.fn<GetUser>(async (id) => profileOf(id));
  const stage = stagedClient(starting, { management: { getUser } });
  const { result } = mountWith(stage.client, useProfile);
  expect(result.current.status).toBe("idle");
  expect(getUser).not.toHaveBeenCalled();
  act(() => stage.show(signedInAs()));
  await waitFor(() => expect(result.current.status).toBe("succeeded"));
});

const useBoth = () => [useProfile(), useIdentities()] as const;

test("many readers, and many visits, listen to the session once for the cache", async () => {
  const { client, readers, queryClient, result, unmount } = page();
  await waitFor(() => expect(result.current.status).toBe("succeeded"));
  unmount();
  expect(readers()).toBe(1);
  for (let visit = 0; visit < 3; visit += 1) {
    const again = mountWith(client, useBoth, (tree) => (
      <StrictMode>{within(queryClient)(tree)}</StrictMode>
    ));
    await act(() => again.result.current[0].refetch());
    again.unmount();
    expect(readers()).toBe(1);
  }
});

test("nobody listens any more when the user is gone", async () => {
  const { result, show, readers, unmount } = page();
  await waitFor(() => expect(result.current.status).toBe("succeeded"));
  unmount();
  act(() => show(anonymous));
  expect(readers()).toBe(0);
});

test("two tenants in one QueryClient keep apart, even for a user of the same id", async () => {
  const queryClient = new QueryClient();
  const first = page(async (id) => profileOf(id, { tenant: 1 }), queryClient);
  const second = page(async (id) => profileOf(id, { tenant: 2 }), queryClient);
  await waitFor(() => expect(first.result.current.profile?.userMetadata).toEqual({ tenant: 1 }));
  await waitFor(() => expect(second.result.current.profile?.userMetadata).toEqual({ tenant: 2 }));
  act(() => first.show(anonymous));
  expect(first.entries()).toEqual([]);
  expect(second.entries()).toEqual([ada]);
});

test("without a QueryClient of the app, the readers of one client share one", async () => {
  const getUser = vi.fn<GetUser>(async (id) => profileOf(id));
  const { client, result } = mountHook(useProfile, { user: fakeUser, management: { getUser } });
  const other = mountWith(client, useIdentities);
  await waitFor(() => expect(other.result.current.status).toBe("succeeded"));
  await waitFor(() => expect(result.current.status).toBe("succeeded"));
  expect(getUser).toHaveBeenCalledOnce();
});

test("keys are plain JSON with the user's id, and no token", async () => {
  const { result, queryClient, client } = page();
  await waitFor(() => expect(result.current.status).toBe("succeeded"));
  const [query] = queryClient.getQueryCache().getAll();
  expect(query?.queryKey).toEqual(["portico", expect.any(Number), ada, "profile"]);
  expect(query?.queryKey).toEqual(managementKeys.profile(client, ada));
  expect(contentOf(queryClient)).not.toMatch(/fake-(access|id)-token/);
});

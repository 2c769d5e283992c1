import type { Management } from "@portico/core";
import { fakeError, fakeUser } from "@portico/core/testing";
import { onlineManager, QueryClient } from "@tanstack/react-query";
import { act, waitFor } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Boundary } from "../../test/boundary.js";
import { ada, profileOf, within } from "../../test/managed.js";
import { mountHook, mountWith } from "../../test/mount-hook.js";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import { useIdentities, type UserIdentities } from "./use-identities.js";
import { useManagement } from "./use-management.js";
import { useProfile, type UserProfile } from "./use-profile.js";

keepConsoleQuiet();
afterEach(() => {
  vi.useRealTimers();
  onlineManager.setOnline(true);
});

type GetUser = Management["getUser"];

/** A page where Ada is signed in, and her profile is answered so. */
function page<T>(use: () => T, getUser: GetUser, wrap?: (tree: ReactNode) => ReactNode) {
  const asked = vi.fn(getUser);
  const mounted = mountHook(use, { user: fakeUser, management: { getUser: asked } }, wrap);
  return { asked, ...mounted };
}

const strictly = (tree: ReactNode) => <StrictMode>{tree}</StrictMode>;

describe("the profile", () => {
  test("is pending, then there", async () => {
    const { result, asked } = page(useProfile, async (id) => profileOf(id, { theme: "dark" }));
    expect(result.current).toMatchObject({ status: "pending", updating: { status: "idle" } });
    expect(result.current.profile).toBeUndefined();
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    expect(result.current.profile).toEqual(profileOf(ada, { theme: "dark" }));
    expect(result.current.error).toBeUndefined();
    expect(asked.mock.calls.map(([id]) => id)).toEqual([ada]);
  });

  test("is the client's own where nothing is replaced", async () => {
    const { result } = mountHook(useProfile, { user: fakeUser });
    await waitFor(() =>
      expect(result.current.profile).toMatchObject({ userId: ada, name: "Ada Lovelace" }),
    );
  });

  test("failed for good is told after one request", async () => {
    const error = fakeError("insufficient_scope");
    const { result, asked } = page(useProfile, () => Promise.reject(error));
    await waitFor(() => expect(result.current).toMatchObject({ status: "failed", error }));
    expect(result.current.profile).toBeUndefined();
    expect(asked).toHaveBeenCalledOnce();
  });

  test("is asked for with the accounts, in one request", async () => {
    const { result, asked } = page(
      () => [useProfile(), useIdentities(), useProfile(), useIdentities()] as const,
      async (id) => profileOf(id),
    );
    expect(result.current[1].status).toBe("pending");
    await waitFor(() => expect(result.current[3].status).toBe("succeeded"));
    expect(result.current[1].identities).toBe(result.current[0].profile?.identities);
    expect(asked).toHaveBeenCalledOnce();
  });

  test("is asked for once under StrictMode, and not again by whoever shows it a little later", async () => {
    const { result, client, asked, unmount } = page(
      useProfile,
      async (id) => profileOf(id),
      strictly,
    );
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    unmount();
    const later = mountWith(client, useProfile, strictly);
    expect(later.result.current).toMatchObject({ status: "succeeded", profile: { userId: ada } });
    expect(asked).toHaveBeenCalledOnce();
  });

  test("is not asked for while nobody is signed in", async () => {
    const getUser = vi.fn<GetUser>(async (id) => profileOf(id));
    const { result, client } = mountHook(() => [useProfile(), useIdentities()] as const, {
      management: { getUser },
    });
    expect(result.current).toMatchObject([{ status: "idle" }, { status: "idle" }]);
    await act(() => result.current[0].refetch());
    expect(getUser).not.toHaveBeenCalled();
    await act(() => client.login({ email: "ada@example.com", password: "x" }));
    await waitFor(() => expect(result.current[0].profile?.userId).toBe(ada));
  });

  test("is the same object until something changes, and so are its functions", async () => {
    const { result, rerender } = page(useProfile, async (id) => profileOf(id));
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    const first = result.current;
    rerender();
    expect(result.current).toBe(first);
    await act(() => first.refetch());
    expect(result.current).toBe(first);
  });
});

test("whoever has left out the other states has the profile, and the identities", () => {
  const nameOf = (account: UserProfile) => {
    if (account.status === "idle") return "nobody";
    if (account.status === "pending") return "one moment";
    if (account.status === "failed") return account.error.code;
    return account.profile.userId;
  };
  const countOf = ({ status, identities, error }: UserIdentities) => {
    if (status === "idle" || status === "pending") return 0;
    return status === "failed" ? error.code : identities.length;
  };
  const { result } = mountHook(() => [nameOf(useProfile()), countOf(useIdentities())]);
  expect(result.current).toEqual(["nobody", 0]);
});

describe("a refetch", () => {
  test("shows what has changed", async () => {
    let visits = 0;
    const { result } = page(useProfile, async (id) => profileOf(id, { visits: (visits += 1) }));
    await waitFor(() => expect(result.current.profile?.userMetadata).toEqual({ visits: 1 }));
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current.profile?.userMetadata).toEqual({ visits: 2 }));
  });

  test("that fails keeps what was known, and says why", async () => {
    let fails = false;
    const error = fakeError("insufficient_scope");
    const { result } = page(useProfile, async (id) => {
      if (fails) throw error;
      return profileOf(id);
    });
    await waitFor(() => expect(result.current.status).toBe("succeeded"));
    fails = true;
    await act(() => result.current.refetch());
    await waitFor(() => expect(result.current.error).toBe(error));
    expect(result.current).toMatchObject({ status: "succeeded", profile: { userId: ada } });
  });
});

describe("a failure that may pass", () => {
  test("is tried again twice, and waits as long as the tenant asks", async () => {
    vi.useFakeTimers();
    const error = fakeError("rate_limited", {}, { retryAfter: 7000 });
    const { result, asked } = page(useProfile, () => Promise.reject(error));
    await act(() => vi.advanceTimersByTimeAsync(6900));
    expect(asked).toHaveBeenCalledTimes(1);
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(asked).toHaveBeenCalledTimes(2);
    await act(() => vi.advanceTimersByTimeAsync(100_000));
    expect(asked).toHaveBeenCalledTimes(3);
    expect(result.current).toMatchObject({ status: "failed", error });
  });

  test("is told at once where the wait would be long", async () => {
    const error = fakeError("rate_limited", {}, { retryAfter: 60_000 });
    const { result, asked } = page(useProfile, () => Promise.reject(error));
    await waitFor(() => expect(result.current).toMatchObject({ status: "failed", error }));
    expect(asked).toHaveBeenCalledOnce();
  });

  test("is told though there is no network, and asked about again when there is one", async () => {
    vi.useFakeTimers();
    onlineManager.setOnline(false);
    let online = false;
    const error = fakeError("network", { online });
    const { result } = page(useProfile, async (id) => {
      if (!online) throw error;
      return profileOf(id);
    });
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(result.current).toMatchObject({ status: "failed", error });
    online = true;
    onlineManager.setOnline(true);
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(result.current).toMatchObject({ status: "succeeded", error: undefined });
  });

  test("is tried by our rule where the app has another", async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 5 } } });
    const getUser = vi.fn<GetUser>(() => Promise.reject(fakeError("access_denied")));
    const options = { user: fakeUser, management: { getUser } };
    const { result } = mountHook(useProfile, options, within(queryClient));
    await waitFor(() => expect(result.current.status).toBe("failed"));
    expect(getUser).toHaveBeenCalledOnce();
  });
});

test("a developer's mistake is thrown where the profile is read", async () => {
  const mistake = new Error("no such function");
  const thrown: unknown[] = [];
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const quiet = (event: ErrorEvent) => event.preventDefault();
  window.addEventListener("error", quiet);
  const getUser: GetUser = () => Promise.reject(mistake);
  mountHook(useProfile, { user: fakeUser, management: { getUser } }, (tree) => (
    <Boundary onCatch={(error) => thrown.push(error)}>{tree}</Boundary>
  ));
  await waitFor(() => expect(thrown).toEqual([mistake]));
  window.removeEventListener("error", quiet);
  complaints.mockClear();
});

test("useManagement gives the client's own, always the same", () => {
  const { client, result, rerender } = mountHook(useManagement, { user: fakeUser });
  expect(result.current).toBe(client.management);
  rerender();
  expect(result.current).toBe(client.management);
});

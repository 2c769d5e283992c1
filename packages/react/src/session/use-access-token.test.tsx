import {
  createFakeClient,
  fakeError,
  fakeUser,
  type FakeClientOptions,
} from "@portico/core/testing";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import type { AuthClient } from "@portico/core";
import { Auth0Provider } from "../provider/auth0-provider.js";
import { useAccessToken } from "./use-access-token.js";

type Params = Parameters<typeof useAccessToken>[0];

function mount(initial: Params, options: FakeClientOptions = {}) {
  const client = createFakeClient({ user: fakeUser, ...options });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Auth0Provider client={client}>{children}</Auth0Provider>
  );
  return renderHook((params: Params) => useAccessToken(params), { wrapper, initialProps: initial });
}

const answering = () => vi.fn<AuthClient["getAccessToken"]>(async () => "a-token");

test("asks with its own parameters, and with the call's in their place", async () => {
  const getAccessToken = answering();
  const params = {
    audience: "https://api.example",
    scope: "read:a",
    organization: "org_1",
    minValidity: 5,
  };
  const { result } = mount(params, { getAccessToken });
  expect(await result.current()).toBe("a-token");
  expect(getAccessToken).toHaveBeenLastCalledWith(params);
  const { signal } = new AbortController();
  await result.current({ scope: "read:b", minValidity: 600, signal });
  expect(getAccessToken).toHaveBeenLastCalledWith({
    ...params,
    scope: "read:b",
    minValidity: 600,
    signal,
  });
});

test("asks for nothing in particular where nothing is given", async () => {
  const getAccessToken = answering();
  const { result } = mount(undefined, { getAccessToken });
  await result.current();
  expect(getAccessToken.mock.calls).toEqual([[{}]]);
  expect(Object.keys(getAccessToken.mock.calls[0]?.[0] ?? {})).not.toContain("minValidity");
});

test("gives the same function until a given value changes", () => {
  const { result, rerender } = mount({ audience: "https://api.example", minValidity: 5 });
  const first = result.current;
  rerender({ audience: "https://api.example", minValidity: 5 });
  expect(result.current).toBe(first);
  const changes: readonly Params[] = [
    { audience: "https://other.example", minValidity: 5 },
    { audience: "https://api.example", minValidity: 6 },
    { audience: "https://api.example", minValidity: 5, scope: "read:a" },
    { audience: "https://api.example", minValidity: 5, organization: "org_1" },
  ];
  for (const change of changes) {
    rerender(change);
    expect(result.current).not.toBe(first);
  }
});

test("keeps no token: each call asks the client, and nothing renders", async () => {
  let count = 0;
  let renders = 0;
  const client = createFakeClient({ getAccessToken: async () => `token ${(count += 1)}` });
  const { result } = renderHook(
    () => {
      renders += 1;
      return useAccessToken();
    },
    { wrapper: ({ children }) => <Auth0Provider client={client}>{children}</Auth0Provider> },
  );
  expect([await result.current(), await result.current()]).toEqual(["token 1", "token 2"]);
  expect(renders).toBe(1);
});

test("rejects as the client does", async () => {
  const error = fakeError("login_required");
  const { result } = mount({}, { getAccessToken: () => Promise.reject(error) });
  await expect(result.current()).rejects.toBe(error);
});

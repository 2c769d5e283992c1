import { createFakeClient, fakeUser } from "@portico/core/testing";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { keepConsoleQuiet } from "../../test/quiet-console.js";
import * as portico from "../index.js";
import { Auth0Provider, useAuth0 } from "./index.js";

keepConsoleQuiet();

function mount<T>(use: () => T, client = createFakeClient(), Provider = Auth0Provider) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Provider client={client}>{children}</Provider>
  );
  return renderHook(use, { wrapper }).result;
}

test("gives what the useAuth0 of @portico/react gives, under the same provider", () => {
  for (const Provider of [Auth0Provider, portico.Auth0Provider]) {
    const client = createFakeClient({ user: fakeUser });
    const { current } = mount(() => [useAuth0(), portico.useAuth0()] as const, client, Provider);
    const [dialect, own] = current;
    const glance = { isLoading: false, isAuthenticated: true, user: fakeUser, error: undefined };
    expect(own).toMatchObject({ ...glance, client });
    expect(dialect).toMatchObject({ ...glance, client });
  }
});

test("gives the same object and functions until something changes", async () => {
  const client = createFakeClient();
  const result = mount(() => [useAuth0(), useAuth0()] as const, client);
  const [before, beside] = result.current;
  await act(() => client.login({ email: "ada@example.com", password: "x" }));
  const [after] = result.current;
  expect(after).not.toBe(before);
  const functions = Object.entries(before).filter(([, value]) => typeof value === "function");
  expect(functions).toHaveLength(7);
  for (const [name, value] of functions) {
    expect(beside).toHaveProperty(name, value);
    expect(after).toHaveProperty(name, value);
  }
});

test("is the same object at the next render", () => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Auth0Provider client={createFakeClient()}>{children}</Auth0Provider>
  );
  const { result, rerender } = renderHook(() => useAuth0(), { wrapper });
  const { current } = result;
  rerender();
  expect(result.current).toBe(current);
});

test("says nothing is known yet where a server renders it", () => {
  function Page() {
    return useAuth0().isLoading ? "loading" : "known";
  }
  const client = createFakeClient({ user: fakeUser });
  expect(
    renderToString(
      <Auth0Provider client={client}>
        <Page />
      </Auth0Provider>,
    ),
  ).toBe("loading");
});

import type { AuthClient } from "@portico/core";
import { createFakeClient, type FakeClientOptions } from "@portico/core/testing";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { Auth0Provider } from "../src/provider/auth0-provider.js";

/** What stands around the provider. */
export type Wrap = (tree: ReactNode) => ReactNode;

/** Mounts a hook below a provider whose client does as `calls` say. */
export function mountHook<T>(use: () => T, calls: FakeClientOptions = {}, wrap: Wrap = bare) {
  return mountWith(createFakeClient(calls), use, wrap);
}

/** Mounts a hook below a provider with this client. */
export function mountWith<T>(client: AuthClient, use: () => T, wrap: Wrap = bare) {
  return { client, ...renderHook(use, { wrapper: provided(client, wrap) }) };
}

/** The same with React mounting everything twice, which it does only where StrictMode is at the very top. */
export function mountStrictly<T>(client: AuthClient, use: () => T, wrap: Wrap = bare) {
  const wrapper = provided(client, wrap);
  return { client, ...renderHook(use, { wrapper, reactStrictMode: true }) };
}

function provided(client: AuthClient, wrap: Wrap) {
  return ({ children }: { children: ReactNode }) =>
    wrap(<Auth0Provider client={client}>{children}</Auth0Provider>);
}

function bare(tree: ReactNode): ReactNode {
  return tree;
}

import { useState, type ReactNode } from "react";
import { createFakeClient, type FakeClientOptions } from "../packages/core/src/testing/index.js";
import { Auth0Provider } from "../packages/react/src/index.js";

/** Surroundings without a network: every call succeeds at once unless it is replaced. */
export function FakeTenant({
  children,
  ...options
}: FakeClientOptions & { readonly children: ReactNode }): ReactNode {
  const [client] = useState(() => createFakeClient(options));
  return <Auth0Provider client={client}>{children}</Auth0Provider>;
}

"use client";

import {
  createAuthClient,
  type AuthClient,
  type AuthConfig,
  type SessionState,
  type StartOptions,
} from "@portico/core";
import { useEffect, useState, type ReactNode } from "react";
import { AuthContext, starting, type AuthContextValue } from "./auth-context.js";

/** What `Auth0Provider` takes: a configuration or a ready client. All of it is read once. */
export type Auth0ProviderProps = StartOptions & {
  /**
   * What the session is taken for until the client has found out, on a server too: `starting` if not given. It is
   * only shown: no token comes of it, and what the client finds out takes its place.
   */
  readonly initialState?: SessionState | undefined;
  readonly children?: ReactNode;
} & ((AuthConfig & { readonly client?: undefined }) | { readonly client: AuthClient });

/**
 * Gives the tree below it a client and starts it: the callback in the address is taken once, or else the tenant
 * is asked who is signed in. Throws an `Error` on a wrong configuration.
 */
export function Auth0Provider(props: Auth0ProviderProps): ReactNode {
  const { children, onRedirectCallback, ...rest } = props;
  const [value] = useState(() => contextFrom(rest));
  const { client, skipRedirectCallback } = value;

  useEffect(() => {
    const release = hold(client);
    void client.start({ onRedirectCallback, skipRedirectCallback });
    return release;
    // The client starts once; a callback function that changes afterwards has nothing left to hear.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client]);

  return <AuthContext.Provider value={value}>{children}</AuthContext.Provider>;
}

/** How many providers a client has. */
const holders = new WeakMap<AuthClient, number>();

/** Gives how to let go of a client, which the last one of its providers stops. */
function hold(client: AuthClient): () => void {
  holders.set(client, (holders.get(client) ?? 0) + 1);
  return () => {
    const left = (holders.get(client) ?? 1) - 1;
    holders.set(client, left);
    if (left === 0) client.stop();
  };
}

function contextFrom(
  props: Omit<Auth0ProviderProps, "children" | "onRedirectCallback">,
): AuthContextValue {
  const { initialState = starting, skipRedirectCallback = false, client, ...config } = props;
  return {
    client: client ?? createAuthClient(config as AuthConfig),
    initialState,
    skipRedirectCallback,
  };
}

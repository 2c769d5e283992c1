"use client";

import {
  createAuthClient,
  type AuthClient,
  type AuthConfig,
  type StartOptions,
} from "@portico/core";
import { useEffect, useState, type ReactNode } from "react";
import { AuthContext } from "./auth-context.js";

/** What `Auth0Provider` takes: a configuration or a ready client. Both are read once. */
export type Auth0ProviderProps = StartOptions & { readonly children?: ReactNode } & (
    | (AuthConfig & { readonly client?: undefined })
    | { readonly client: AuthClient }
  );

/**
 * Gives the tree below it a client and starts it: the callback in the address is taken once, or else the tenant
 * is asked who is signed in. Throws an `Error` on a wrong configuration.
 */
export function Auth0Provider(props: Auth0ProviderProps): ReactNode {
  const { children, onRedirectCallback, ...source } = props;
  const [client] = useState(() => clientFrom(source));

  useEffect(() => {
    void client.start({ onRedirectCallback });
    return () => client.stop();
    // The client starts once; a callback function that changes afterwards has nothing left to hear.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client]);

  return <AuthContext.Provider value={client}>{children}</AuthContext.Provider>;
}

function clientFrom(source: AuthConfig | { readonly client: AuthClient }): AuthClient {
  if ("client" in source && source.client) return source.client;
  const { client: _none, ...config } = source as AuthConfig & { client?: undefined };
  return createAuthClient(config);
}

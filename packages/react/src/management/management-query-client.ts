"use client";

import { QueryClient, QueryClientContext } from "@tanstack/react-query";
import type { AuthClient } from "@portico/core";
import { useContext, useEffect } from "react";
import { useAuthClient } from "../provider/auth-context.js";

/** The app's own `QueryClient`, from the nearest `QueryClientProvider`, or else one that belongs to the `AuthClient`. */
export function useManagementQueryClient(): QueryClient {
  const client = useAuthClient();
  const queryClient = useContext(QueryClientContext) ?? ownQueryClient(client);
  useEffect(() => {
    // It counts, so that it does no harm to one that its provider has mounted.
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  return queryClient;
}

function ownQueryClient(client: AuthClient): QueryClient {
  const queryClient = own.get(client) ?? new QueryClient();
  own.set(client, queryClient);
  return queryClient;
}

const own = new WeakMap<AuthClient, QueryClient>();

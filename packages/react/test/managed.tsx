import type { Profile, User, UserId } from "@portico/core";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

export const ada: UserId = "auth0|ada";
export const eve: User = Object.freeze({ sub: "auth0|eve", name: "Eve" });

/** A user as the Management API answers. */
export function profileOf(userId: UserId, userMetadata: Profile["userMetadata"] = {}): Profile {
  const [provider = "", id = ""] = userId.split("|");
  const own = { provider, userId: id, connection: "users", isSocial: false };
  return { userId, name: id, identities: [own], userMetadata, appMetadata: {} };
}

/** Puts an app's own `QueryClient` around a tree. */
export function within(queryClient: QueryClient) {
  return (tree: ReactNode) => (
    <QueryClientProvider client={queryClient}>{tree}</QueryClientProvider>
  );
}

/** Everything that a `QueryClient` holds. */
export function contentOf(queryClient: QueryClient): string {
  const queries = queryClient.getQueryCache().getAll();
  const mutations = queryClient.getMutationCache().getAll();
  return JSON.stringify([
    queries.map(({ queryKey, state, options }) => ({ queryKey, state, options })),
    mutations.map(({ state, options }) => ({ state, options })),
  ]);
}

import type { AuthClient } from "@portico/core";

/**
 * The keys of what is read from the Management API, for `invalidateQueries` and its like. They hold a number for the
 * client, so that two tenants in one `QueryClient` keep apart, and the user's `sub`; no token.
 */
export const managementKeys = {
  /** Everything that one client has read. */
  all: (client: AuthClient) => ["portico", numberOf(client)] as const,
  /** Everything about one user. */
  user: (client: AuthClient, sub: string) => [...managementKeys.all(client), sub] as const,
  /** A user's profile, with their identities. */
  profile: (client: AuthClient, sub: string) =>
    [...managementKeys.user(client, sub), "profile"] as const,
};

function numberOf(client: AuthClient): number {
  const number = numbers.get(client) ?? (latest += 1);
  numbers.set(client, number);
  return number;
}

let latest = 0;
const numbers = new WeakMap<AuthClient, number>();

import { queryOptions } from "@tanstack/react-query";
import {
  isAuthError,
  type AuthClient,
  type AuthError,
  type Profile,
  type UserId,
} from "@portico/core";
import { managementKeys } from "./management-keys.js";
import { entryOf } from "./user-entry.js";

/**
 * The profile of whoever is signed in, for `useSuspenseQuery`, `prefetchQuery` and loaders: GET /api/v2/users/{id},
 * fresh for five minutes. Fails with an `AuthError`; only a failure that may pass is tried again, twice at most.
 */
export function profileOptions(client: AuthClient, sub: string) {
  return queryOptions<Profile, AuthError, Profile, ReturnType<typeof managementKeys.profile>>({
    queryKey: managementKeys.profile(client, sub),
    queryFn: ({ client: queryClient }) => entryOf(queryClient, client, sub as UserId).read(),
    staleTime: 300_000,
    // What an app does for its other queries would show one user's profile to the next, or keep it in the browser.
    placeholderData: () => undefined,
    persister: (queryFn, context) => queryFn(context),
    // Without a network the call fails at once, and is made again when there is one.
    networkMode: "always",
    refetchOnReconnect: true,
    retry: (failures, error) =>
      failures < 2 && isAuthError(error) && error.retryable && waitAfter(error, failures) <= 10_000,
    retryDelay: (failures, error) => waitAfter(error, failures),
  });
}

/** Milliseconds. */
function waitAfter({ retryAfter }: AuthError, failures: number): number {
  return retryAfter ?? 1000 * 2 ** failures;
}

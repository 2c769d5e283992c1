"use client";

import { useQuery } from "@tanstack/react-query";
import { isAuthError, type AuthError, type Profile } from "@portico/core";
import { useMemo } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { useManagementQueryClient } from "./management-query-client.js";
import { profileOptions } from "./profile-options.js";
import type { UserEntry } from "./user-entry.js";

/** What is known of something that is read for the signed-in user; `Part` is what there is once it is known. */
export type Reading<Part> = (
  | { readonly status: "idle" }
  | { readonly status: "pending" }
  | { readonly status: "failed"; readonly error: AuthError }
  | (Part & { readonly status: "succeeded"; readonly error: AuthError | undefined })
) & {
  /** Asks anew; the status tells how it ends. */
  readonly refetch: () => Promise<void>;
};

/** Reads a part of the profile; all readers share one request. Throws a developer's mistake in the render. */
export function useReading<Part extends object>(
  entry: UserEntry | undefined,
  select: (profile: Profile) => Part,
): Reading<Part> {
  const client = useAuthClient();
  const queryClient = useManagementQueryClient();
  const sub = entry?.userId ?? "";
  const { data, error } = useQuery(
    {
      ...profileOptions(client, sub),
      select,
      enabled: !!entry,
      throwOnError: (thrown) => !isAuthError(thrown),
    },
    queryClient,
  );
  return useMemo(() => {
    const refetch = () =>
      queryClient.refetchQueries(profileOptions(client, sub), { cancelRefetch: false });
    if (!entry) return { status: "idle", refetch };
    if (data) return { status: "succeeded", ...data, error: error ?? undefined, refetch };
    return error ? { status: "failed", error, refetch } : { status: "pending", refetch };
  }, [entry, data, error, queryClient, client, sub]);
}

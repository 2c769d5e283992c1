"use client";

import { useSyncExternalStore } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { useManagementQueryClient } from "./management-query-client.js";
import { currentEntry, type UserEntry } from "./user-entry.js";

/** The entry of whoever is signed in: of nobody on a server and until that has been found out, whoever is shown. */
export function useUserEntry(): UserEntry | undefined {
  const client = useAuthClient();
  const queryClient = useManagementQueryClient();
  const read = () => currentEntry(queryClient, client);
  return useSyncExternalStore(client.session.subscribe, read, () => undefined);
}

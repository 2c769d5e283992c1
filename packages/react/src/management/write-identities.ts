import type { Identity } from "@portico/core";
import type { UserEntry } from "./user-entry.js";

/** Links or unlinks, and keeps which identities there are then. Where nobody is signed in, the client refuses. */
export async function writeIdentities(
  entry: UserEntry | undefined,
  call: () => Promise<readonly Identity[]>,
): Promise<readonly Identity[]> {
  if (!entry) return call();
  return entry.write(call, (identities, profile) => profile && { ...profile, identities });
}

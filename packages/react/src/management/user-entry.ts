import type { QueryClient } from "@tanstack/react-query";
import { isAuthError, type AuthClient, type Profile, type UserId } from "@portico/core";
import { userOf } from "../session/use-user.js";
import { managementKeys } from "./management-keys.js";
import { createPendingUpdates, type PendingUpdates } from "./pending-updates.js";

/** One signed-in user's part of a `QueryClient`. When they are gone, it takes along what was read of them. */
export interface UserEntry {
  readonly userId: UserId;
  readonly updates: PendingUpdates;
  /** Aborted as soon as the user is gone. */
  gone(): AbortSignal;
  /** Asks for the profile. */
  read(): Promise<Profile>;
  /** Changes something. `take` makes the new profile of the answer and of the profile in the cache, if there is one. */
  write<Answer>(
    call: () => Promise<Answer>,
    take: (answer: Answer, profile: Profile | undefined) => Profile | undefined,
  ): Promise<Answer>;
}

/** The entry of whoever is signed in: the same object until they are gone. */
export function currentEntry(queryClient: QueryClient, client: AuthClient): UserEntry | undefined {
  const userId = signedIn(client);
  return userId && entryOf(queryClient, client, userId);
}

/** The entry of one user; unless they are signed in, nothing is to be had from it. */
export function entryOf(queryClient: QueryClient, client: AuthClient, userId: UserId): UserEntry {
  const known = entries.get(queryClient) ?? new Map<string, UserEntry>();
  entries.set(queryClient, known);
  const name = JSON.stringify(managementKeys.user(client, userId));
  const forget = () => known.delete(name);
  const entry = known.get(name) ?? createEntry(queryClient, client, userId, forget);
  known.set(name, entry);
  return entry;
}

const entries = new WeakMap<QueryClient, Map<string, UserEntry>>();

function createEntry(
  queryClient: QueryClient,
  client: AuthClient,
  userId: UserId,
  forget: () => void,
): UserEntry {
  const left = new AbortController();
  const queryKey = managementKeys.profile(client, userId);
  const isGone = () => signedIn(client) !== userId;
  let unfollow: (() => void) | undefined;
  let writes = 0;

  return {
    userId,
    updates: createPendingUpdates(),
    gone: follow,
    async read() {
      const before = writes;
      const profile = await client.management.getUser(userId, { signal: follow() });
      // An answer that a write has overtaken may tell of the time before it.
      return before === writes ? profile : this.read();
    },
    async write(call, take) {
      try {
        const answer = await call();
        writes += 1;
        if (!isGone()) queryClient.setQueryData<Profile>(queryKey, (old) => take(answer, old));
        return answer;
      } catch (error) {
        if (isAuthError(error) && outcomeUnknown.test(error.code)) {
          writes += 1;
          void queryClient.invalidateQueries({ queryKey });
        }
        throw error;
      }
    },
  };

  /** Watches for the user to leave: from the first call on, and once for everybody who calls. */
  function follow(): AbortSignal {
    if (isGone()) leave();
    else unfollow ??= client.session.subscribe(removeIfGone);
    return left.signal;
  }

  function removeIfGone(): void {
    if (!isGone()) return;
    leave();
    queryClient.removeQueries({ queryKey: managementKeys.user(client, userId) });
  }

  function leave(): void {
    unfollow?.();
    left.abort();
    forget();
  }
}

/** A write that failed so may have happened all the same. */
const outcomeUnknown = /^(network|timeout|server|invalid_response|aborted)$/;

function signedIn({ session }: AuthClient): UserId | undefined {
  return userOf(session.get())?.sub as UserId | undefined;
}

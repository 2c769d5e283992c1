"use client";

import type { QueryClient } from "@tanstack/react-query";
import type { AuthClient, AuthError, CallOptions, Profile, UserId } from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "../flows/flow.js";
import { useFlow } from "../flows/use-flow.js";
import { useStore } from "../flows/use-store.js";
import { useManagementQueryClient } from "./management-query-client.js";
import { createPendingUpdates, type MetadataPatch } from "./pending-updates.js";
import { useReading } from "./use-reading.js";
import { useUserEntry } from "./use-user-entry.js";
import { entryOf, type UserEntry } from "./user-entry.js";

/** What is known of the user's profile. */
export type ProfileReading =
  /** Nobody is signed in. */
  | { readonly status: "idle"; readonly profile?: undefined; readonly error?: undefined }
  /** No answer has come yet. */
  | { readonly status: "pending"; readonly profile?: undefined; readonly error?: undefined }
  | { readonly status: "failed"; readonly profile?: undefined; readonly error: AuthError }
  /** `error` says why the profile could not be read anew. */
  | {
      readonly status: "succeeded";
      readonly profile: Profile;
      readonly error: AuthError | undefined;
    };

/** What `useProfile` gives. */
export type UserProfile = ProfileReading & {
  /** Asks anew; the status tells how it ends. */
  readonly refetch: () => Promise<void>;
  /**
   * Writes keys of `user_metadata`; `null` removes one. The profile shows it at once, and no more if it fails. Resolves
   * the result; it never rejects with an `AuthError`.
   */
  readonly updateMetadata: (patch: MetadataPatch) => Promise<FlowResult<Profile>>;
  /** The latest update of this component. */
  readonly updating: FlowState<Profile>;
};

/**
 * The signed-in user as the Management API knows them, and a way to change their metadata: GET and PATCH
 * /api/v2/users/{id}. Updates are sent one after the other and go on when the component is gone.
 */
export function useProfile(): UserProfile {
  const queryClient = useManagementQueryClient();
  const entry = useUserEntry();
  const reading = useReading(entry, whole);
  const patches = useStore(entry?.updates ?? none);
  // About the user, so that nobody sees the outcome of somebody else's update.
  const flow = useFlow(updateMetadata, entry);

  return useMemo(() => {
    const shown =
      reading.status === "succeeded"
        ? { ...reading, profile: patches.reduce(patched, reading.profile) }
        : reading;
    return {
      ...shown,
      updateMetadata(patch: MetadataPatch) {
        // It joins no other, and none that is under way is given up.
        flow.reset();
        return flow.run({ queryClient, patch });
      },
      updating: flow.state,
    };
  }, [reading, patches, flow, queryClient]);
}

const none = createPendingUpdates();

function whole(profile: Profile): { readonly profile: Profile } {
  return { profile };
}

/** As Auth0 does it: merged at the first level, and `null` removes a key. */
function patched(profile: Profile, patch: MetadataPatch): Profile {
  const merged = Object.entries({ ...profile.userMetadata, ...patch });
  const kept = merged.filter(([, value]) => value !== null);
  return { ...profile, userMetadata: Object.fromEntries(kept) };
}

interface MetadataUpdate extends CallOptions {
  readonly queryClient: QueryClient;
  readonly patch: MetadataPatch;
}

async function updateMetadata(
  client: AuthClient,
  { queryClient, patch }: MetadataUpdate,
  current: UserEntry | undefined,
): Promise<Profile> {
  // Where nobody is signed in, the client says so.
  const entry = current ?? entryOf(queryClient, client, (await client.userInfo()).sub as UserId);
  // What is shown is what will be sent.
  const sent = JSON.parse(JSON.stringify(patch)) as MetadataPatch;
  return entry.updates.add(sent, () => {
    const signal = entry.gone();
    const call = () => client.management.updateUserMetadata(entry.userId, sent, { signal });
    return entry.write(call, (profile) => profile);
  });
}

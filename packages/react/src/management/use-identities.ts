"use client";

import type { AuthError, Identity, Profile } from "@portico/core";
import { useReading } from "./use-reading.js";
import { useUserEntry } from "./use-user-entry.js";

/** What is known of the user's identities: the accounts that lead to them. */
export type IdentitiesReading =
  /** Nobody is signed in. */
  | { readonly status: "idle"; readonly identities?: undefined; readonly error?: undefined }
  /** No answer has come yet. */
  | { readonly status: "pending"; readonly identities?: undefined; readonly error?: undefined }
  | { readonly status: "failed"; readonly identities?: undefined; readonly error: AuthError }
  /** The primary one comes first. `error` says why they could not be read anew. */
  | {
      readonly status: "succeeded";
      readonly identities: readonly Identity[];
      readonly error: AuthError | undefined;
    };

/** What `useIdentities` gives. */
export type UserIdentities = IdentitiesReading & {
  /** Asks anew; the status tells how it ends. */
  readonly refetch: () => Promise<void>;
};

/** The identities of the signed-in user. They come with the profile: beside `useProfile` there is no second request. */
export function useIdentities(): UserIdentities {
  return useReading(useUserEntry(), identitiesOf);
}

function identitiesOf({ identities }: Profile): Pick<Profile, "identities"> {
  return { identities };
}

"use client";

import type { AuthClient, CallOptions, Identity } from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "../flows/flow.js";
import { useFlow } from "../flows/use-flow.js";
import { useUserEntry } from "./use-user-entry.js";
import type { UserEntry } from "./user-entry.js";
import { writeIdentities } from "./write-identities.js";

/** What `useUnlinkIdentity` gives. */
export interface UnlinkIdentityFlow {
  /** Its outcome is the identities that are left. */
  readonly state: FlowState<readonly Identity[]>;
  /** Resolves the result; it never rejects with an `AuthError`. A call about another identity joins one under way too. */
  readonly unlinkIdentity: (
    identity: LinkedIdentity,
    options?: CallOptions,
  ) => Promise<FlowResult<readonly Identity[]>>;
  readonly reset: () => void;
}

/** Makes a linked account a user of its own again; ask before. The account that the user is known by stays. */
export function useUnlinkIdentity(): UnlinkIdentityFlow {
  const flow = useFlow(unlink, useUserEntry());
  return useMemo(() => {
    const { state, run, reset } = flow;
    return { state, unlinkIdentity: (identity, options) => run({ ...options, identity }), reset };
  }, [flow]);
}

type LinkedIdentity = Pick<Identity, "provider" | "userId">;

function unlink(
  client: AuthClient,
  { identity, ...options }: CallOptions & { readonly identity: LinkedIdentity },
  entry: UserEntry | undefined,
): Promise<readonly Identity[]> {
  return writeIdentities(entry, () => client.unlinkIdentity(identity, options));
}

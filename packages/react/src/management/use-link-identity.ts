"use client";

import type {
  AuthClient,
  CallOptions,
  Identity,
  ProveIdentityParams,
  ProvenIdentity,
} from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "../flows/flow.js";
import { useFlow } from "../flows/use-flow.js";
import { useUserEntry } from "./use-user-entry.js";
import type { UserEntry } from "./user-entry.js";
import { writeIdentities } from "./write-identities.js";

/** What `useLinkIdentity` gives, step by step. */
export type LinkIdentityFlow =
  | LinkIdentityProveStep
  | LinkIdentityConfirmStep
  | LinkIdentityDoneStep;

/** The owner of the other account has to sign in to it. */
export interface LinkIdentityProveStep {
  readonly step: "prove";
  /** It also tells why a link has failed: its proof is spent then, and it takes another one. */
  readonly state: FlowState<ProvenIdentity>;
  /** Opens the window in which they do. Call it in the click itself. */
  readonly prove: (params?: ProveIdentityParams) => Promise<FlowResult<ProvenIdentity>>;
  /** Closes the window, and forgets a failure. */
  readonly cancel: () => void;
}

/** They have, and may still think better of it. */
export interface LinkIdentityConfirmStep {
  readonly step: "confirm";
  /** The account that is about to become a part of the signed-in user's. Show both. */
  readonly proven: ProvenIdentity;
  readonly state: { readonly status: "idle" | "pending" };
  /** Links it, once: the user who had it alone is no more. */
  readonly link: (options?: CallOptions) => Promise<FlowResult<readonly Identity[]>>;
  /** Drops the proof. */
  readonly cancel: () => void;
}

/** Both accounts are the user's. */
export interface LinkIdentityDoneStep {
  readonly step: "done";
  /** All there are, the primary one first. */
  readonly identities: readonly Identity[];
  readonly restart: () => void;
}

/**
 * Adds another account to the signed-in user, in three steps: its owner signs in to it, confirms, and it is linked. A
 * proof is sent once; whatever comes of it, another link takes another proof.
 */
export function useLinkIdentity(): LinkIdentityFlow {
  const entry = useUserEntry();
  // Both are about the user, so that no proof outlives the user whom it was made for.
  const proving = useFlow(prove, entry);
  const linking = useFlow(link, entry);

  return useMemo((): LinkIdentityFlow => {
    const linked = linking.state;
    const restart = () => {
      linking.reset();
      proving.reset();
    };
    if (linked.status === "succeeded") {
      return { step: "done", identities: linked.outcome, restart };
    }
    if (proving.state.status === "succeeded" && linked.status !== "failed") {
      const proven = proving.state.outcome;
      return {
        step: "confirm",
        proven,
        state: linked,
        link: (options) => linking.run({ ...options, proven }),
        cancel: restart,
      };
    }
    return {
      step: "prove",
      state: linked.status === "failed" ? linked : proving.state,
      prove(params) {
        linking.reset();
        return proving.run(params);
      },
      cancel: restart,
    };
  }, [proving, linking]);
}

async function prove(
  client: AuthClient,
  params: ProveIdentityParams,
  entry: UserEntry | undefined,
): Promise<ProvenIdentity> {
  // Where nobody is signed in, the client says so, and no window opens.
  if (!entry) await client.userInfo();
  return client.proveIdentity(params);
}

function link(
  client: AuthClient,
  { proven, ...options }: CallOptions & { readonly proven: ProvenIdentity },
  entry: UserEntry | undefined,
): Promise<readonly Identity[]> {
  return writeIdentities(entry, () => client.linkIdentity(proven, options));
}

"use client";

import type {
  AuthClient,
  CallOptions,
  Identity,
  PasswordlessChallenge,
  PasswordlessMessageParams,
  PasswordlessProofParams,
  PasswordlessStarted,
  PasswordlessStartParams,
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
  | LinkIdentityCodeStep
  | LinkIdentityConfirmStep
  | LinkIdentityDoneStep;

/** The owner of the other account has to sign in to it. */
export interface LinkIdentityProveStep {
  readonly step: "prove";
  /** It also tells why a link has failed: its proof is spent then, and it takes another one. */
  readonly state: FlowState<ProvenIdentity>;
  /** Opens the window in which they do. Call it in the click itself. */
  readonly prove: (params?: ProveIdentityParams) => Promise<FlowResult<ProvenIdentity>>;
  /** What `sendCode` is doing. */
  readonly sending: FlowState<PasswordlessStarted>;
  /** Sends a code to an address or a number of the other account, which proves it without a window. */
  readonly sendCode: (params: LinkIdentityCodeParams) => Promise<FlowResult<PasswordlessStarted>>;
  /** Closes the window, and forgets a failure. */
  readonly cancel: () => void;
}

/** Where the code goes to: exactly one of e-mail address and phone number. */
export type LinkIdentityCodeParams = Omit<PasswordlessMessageParams, "remember" | "appState"> & {
  /** The passwordless connection; `email` or `sms` if not given. */
  readonly connection?: string | undefined;
} & (
    | { readonly email: string; readonly phoneNumber?: undefined }
    | { readonly phoneNumber: string; readonly email?: undefined }
  );

/** A code was sent, which only the owner of the other account can know. A reload forgets it. */
export interface LinkIdentityCodeStep {
  readonly step: "code";
  /** Where it went to, and from when on it may be sent again: see `useCountdown`. */
  readonly challenge: PasswordlessChallenge;
  /** What `verify` is doing. */
  readonly state: FlowState<ProvenIdentity>;
  readonly verify: (params: PasswordlessProofParams) => Promise<FlowResult<ProvenIdentity>>;
  /** What `resend` is doing. */
  readonly sending: FlowState<PasswordlessStarted>;
  /** Sends it again, not before `challenge.resendAt`. */
  readonly resend: (params?: PasswordlessMessageParams) => Promise<FlowResult<PasswordlessStarted>>;
  /** Opens a window after all, where a code does not do: see `LinkIdentityProveStep`. */
  readonly prove: (params?: ProveIdentityParams) => Promise<FlowResult<ProvenIdentity>>;
  /** Forgets the code. */
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
 * Adds another account to the signed-in user, in three steps: its owner signs in to it or tells the code that it was
 * sent, confirms, and it is linked. A proof is sent once; whatever comes of it, another link takes another proof.
 */
export function useLinkIdentity(): LinkIdentityFlow {
  const entry = useUserEntry();
  // All are about the user, so that no proof outlives the user whom it was made for.
  const starting = useFlow(sendCode, entry);
  const sending = useFlow(sendCode, entry);
  const proving = useFlow(prove, entry);
  const linking = useFlow(link, entry);

  return useMemo((): LinkIdentityFlow => {
    const linked = linking.state;
    const restart = () => {
      for (const flow of [linking, proving, sending, starting]) flow.reset();
    };
    if (linked.status === "succeeded") {
      return { step: "done", identities: linked.outcome, restart };
    }
    const isOpen = linked.status !== "failed";
    if (isOpen && proving.state.status === "succeeded") {
      const proven = proving.state.outcome;
      return {
        step: "confirm",
        proven,
        state: linked,
        link(options) {
          // Where the link fails, its code was of no use: the next one is sent anew.
          starting.reset();
          return linking.run({ ...options, proven });
        },
        cancel: restart,
      };
    }
    const shared = {
      state: isOpen ? proving.state : linked,
      prove(params?: ProveIdentityParams) {
        for (const flow of [linking, sending, starting]) flow.reset();
        return proving.run(params);
      },
      cancel: restart,
    };
    const challenge = (sending.latest ?? starting.latest)?.challenge;
    if (isOpen && challenge) {
      return {
        step: "code",
        challenge,
        ...shared,
        verify: (code) => proving.run({ ...code, challenge }),
        sending: sending.state,
        resend(params) {
          // A code that was wrong says nothing about the next one.
          if (proving.state.status === "failed") proving.reset();
          return sending.run({ ...params, challenge });
        },
      };
    }
    return {
      step: "prove",
      ...shared,
      sending: starting.state,
      sendCode(params) {
        for (const flow of [linking, proving, sending]) flow.reset();
        return starting.run(params);
      },
    };
  }, [starting, sending, proving, linking]);
}

interface About {
  readonly challenge: PasswordlessChallenge;
}

/** For the first time, or once more. */
async function sendCode(
  client: AuthClient,
  { challenge, ...params }: Partial<About> & (LinkIdentityCodeParams | PasswordlessMessageParams),
  entry: UserEntry | undefined,
): Promise<PasswordlessStarted> {
  // Where nobody is signed in, the client says so, and no message is sent.
  if (!entry) await client.userInfo();
  return challenge
    ? client.passwordless.resend(challenge, { ...params, remember: false })
    : client.passwordless.start({ ...params, remember: false } as PasswordlessStartParams);
}

async function prove(
  client: AuthClient,
  { challenge, ...params }: Partial<About> & (ProveIdentityParams | PasswordlessProofParams),
  entry: UserEntry | undefined,
): Promise<ProvenIdentity> {
  // Where nobody is signed in, the client says so, and no window opens.
  if (!entry) await client.userInfo();
  return challenge
    ? client.passwordless.prove(challenge, params as PasswordlessProofParams)
    : client.proveIdentity(params);
}

function link(
  client: AuthClient,
  { proven, ...options }: CallOptions & { readonly proven: ProvenIdentity },
  entry: UserEntry | undefined,
): Promise<readonly Identity[]> {
  return writeIdentities(entry, () => client.linkIdentity(proven, options));
}

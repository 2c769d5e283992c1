"use client";

import type {
  AuthClient,
  LoginOutcome,
  PasswordlessChallenge,
  PasswordlessMessageParams,
  PasswordlessStarted,
  PasswordlessStartParams,
  PasswordlessVerifyParams,
} from "@portico/core";
import { useMemo } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow } from "./use-flow.js";
import { tellReaders, useRemembered } from "./use-remembered.js";

/** What `usePasswordless` gives: only what can be done now. Its results never reject with an `AuthError`. */
export type PasswordlessFlow =
  | PasswordlessStartStep
  | PasswordlessVerifyStep
  | PasswordlessDoneStep;

/** No message is waited for. */
export interface PasswordlessStartStep {
  readonly step: "start";
  readonly state: FlowState<PasswordlessStarted>;
  /** Sends a code or a link. */
  readonly start: (params: PasswordlessStartParams) => Promise<FlowResult<PasswordlessStarted>>;
  /** Gives up a message that is being sent, and forgets a failure. */
  readonly restart: () => void;
}

/** A message was sent, by this page or before a reload. A link is opened, so only a code is verified. */
export interface PasswordlessVerifyStep {
  readonly step: "verify";
  /** Where it went to, and from when on it may be sent again: see `useCountdown`. */
  readonly challenge: PasswordlessChallenge;
  /** What `verify` is doing. */
  readonly state: FlowState<LoginOutcome>;
  /** Signs in with the code. */
  readonly verify: (params: PasswordlessVerifyParams) => Promise<FlowResult<LoginOutcome>>;
  /** What `resend` is doing. */
  readonly sending: FlowState<PasswordlessStarted>;
  /** Sends the message again, not before `challenge.resendAt`. */
  readonly resend: (params?: PasswordlessMessageParams) => Promise<FlowResult<PasswordlessStarted>>;
  /** Forgets the message and goes back to the start. */
  readonly restart: () => void;
}

/** The code was right. */
export interface PasswordlessDoneStep {
  readonly step: "done";
  readonly outcome: LoginOutcome;
  readonly restart: () => void;
}

/** Login by a code or a link, for a form of your own. All of them on a page are at the same step. */
export function usePasswordless(): PasswordlessFlow {
  const client = useAuthClient();
  const starting = useFlow(start);
  const sending = useFlow(resend);
  const verifying = useFlow(verify);
  const pending = useMemo(() => pendingOf(client), [client]);
  const challenge = useRemembered(() => pending(verifying.get().status === "pending"));

  return useMemo(() => {
    const { state } = verifying;
    if (verifying.latest) return { step: "done", outcome: verifying.latest, restart };
    if (!challenge) {
      const begin = (params: PasswordlessStartParams) => {
        verifying.reset();
        sending.reset();
        return starting.run(params);
      };
      return { step: "start", state: starting.state, start: begin, restart };
    }
    return {
      step: "verify",
      challenge,
      state,
      verify: (params) => verifying.run({ ...params, challenge }),
      sending: sending.state,
      resend(params) {
        // A code that was wrong says nothing about the next one.
        if (state.status === "failed") verifying.reset();
        return sending.run({ ...params, challenge });
      },
      restart,
    };

    function restart(): void {
      for (const flow of [starting, sending, verifying]) flow.reset();
      client.passwordless.forget();
      tellReaders();
    }
  }, [client, challenge, starting, sending, verifying]);
}

/**
 * Reads the message that is waited for. Whoever signs in waits for it no more, a moment before the call is over; until
 * then a form that verifies goes on showing it.
 */
function pendingOf(client: AuthClient): (isHeld: boolean) => PasswordlessChallenge | undefined {
  let last: PasswordlessChallenge | undefined;
  return (isHeld) => {
    if (!isHeld) last = client.passwordless.pending();
    return last;
  };
}

function start(client: AuthClient, params: PasswordlessStartParams): Promise<PasswordlessStarted> {
  return told(client.passwordless.start(params));
}

function resend(
  client: AuthClient,
  { challenge, ...params }: About & PasswordlessMessageParams,
): Promise<PasswordlessStarted> {
  return told(client.passwordless.resend(challenge, params));
}

function verify(
  client: AuthClient,
  { challenge, ...params }: About & PasswordlessVerifyParams,
): Promise<LoginOutcome> {
  return told(client.passwordless.verify(challenge, params));
}

interface About {
  readonly challenge: PasswordlessChallenge;
}

/** Has the others on the page look, however it ends: a refusal too may change when it may be sent again. */
function told<Outcome>(call: Promise<Outcome>): Promise<Outcome> {
  return call.finally(tellReaders);
}

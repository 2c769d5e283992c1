"use client";

import type { CallOptions, MfaChallenge, MfaVerifyParams } from "@portico/core";
import { useCallback, useMemo } from "react";
import { ask, choose, list, verify } from "./mfa-calls.js";
import type { MfaFlow } from "./mfa-steps.js";
import { useFlow } from "./use-flow.js";
import { useUnaskedCall } from "./use-unasked-call.js";

/**
 * The second factor of a login whose outcome is a `challenge`, for screens of your own. The user's factors are listed
 * by themselves where they may have some. Another challenge begins anew.
 */
export function useMfa(challenge: MfaChallenge): MfaFlow {
  const listing = useFlow(list, challenge);
  const choosing = useFlow(choose, challenge);
  const resending = useFlow(ask, challenge);
  const typing = useFlow(verify, challenge);
  const isListed = challenge.challenge ? challenge.challenge.length > 0 : !challenge.enroll;
  useUnaskedCall(isListed && listing.state.status === "idle", listing.run);

  // Until another one is sent, and where that fails, the last one is the question.
  const sent = resending.latest ?? choosing.latest;
  // A call apart, so that a code that is typed meanwhile does not join it, and one for each question.
  const waiting = useFlow(verify, sent);

  const { run: answer } = typing;
  const { run: waitForDevice, reset: stopWaiting } = waiting;
  const answerOrWait = useCallback(
    (params: MfaVerifyParams) => {
      const given = { ...params, challenge };
      if (params.otp === undefined && params.recoveryCode === undefined) {
        return waitForDevice(given);
      }
      stopWaiting();
      return answer(given);
    },
    [challenge, answer, waitForDevice, stopWaiting],
  );

  return useMemo(() => {
    const outcome = typing.latest ?? waiting.latest;
    if (outcome) return { step: "done", outcome };
    const authenticators = isListed ? listing.latest : none;
    if (!sent) {
      return {
        step: "choose",
        authenticators,
        enrollable: challenge.enroll ?? none,
        listing: listing.state,
        list: listing.run,
        state: choosing.state,
        challenge: (authenticator, options) => choosing.run({ ...options, authenticator }),
        enroll: choosing.run,
        reset: choosing.reset,
      };
    }
    const state = waiting.state.status === "idle" ? typing.state : waiting.state;
    const shared = { state, verify: answerOrWait, back };
    if (!("authenticator" in sent)) return { step: "enroll", enrollment: sent, ...shared };
    const { authenticator } = sent;
    const resend = (options?: CallOptions) => {
      // A code that was wrong says nothing about the next one.
      if (typing.state.status === "failed") typing.reset();
      return resending.run({ ...options, authenticator });
    };
    return { step: "verify", sent, authenticators, ...shared, sending: resending.state, resend };

    function back(): void {
      for (const flow of [choosing, resending, typing, waiting]) flow.reset();
    }
  }, [challenge, isListed, sent, answerOrWait, listing, choosing, resending, typing, waiting]);
}

const none = Object.freeze([]);

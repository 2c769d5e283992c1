"use client";

import {
  useAuthClient,
  type FlowResult,
  type MfaAuthenticated,
  type MfaFlow,
  type MfaVerifyParams,
} from "@portico/react";
import { useCallback, useEffect, useRef } from "react";
import { ownSignIn } from "../form/sign-in-calls.js";
import { tell, tellFailure } from "../form/tell.js";
import type { MfaFormOptions } from "./use-mfa-form.js";

// Several may wait for the same answer, such as an effect that runs twice, and the app hears of it once.
const heard = new WeakSet<FlowResult<unknown>>();

/** Tells the app how calls end, once each, also where it has taken the screen away meanwhile. */
export function useMfaReport(flow: MfaFlow, options: MfaFormOptions) {
  const client = useAuthClient();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const report = useCallback((result: FlowResult<unknown>): void => {
    if (heard.has(result)) return;
    heard.add(result);
    if (result.status === "failed") tellFailure(latest.current.onError, result.error);
  }, []);

  const answer = flow.step === "verify" || flow.step === "enroll" ? flow.verify : unasked;
  const verify = useCallback(
    async (params: MfaVerifyParams): Promise<FlowResult<MfaAuthenticated>> => {
      const result = await ownSignIn(client, () => answer(params));
      const isFirst = !heard.has(result);
      report(result);
      if (isFirst && result.status === "succeeded") {
        const { recoveryCode, session } = result.outcome;
        if (recoveryCode === undefined) {
          const { onAuthenticated, onSuccess } = latest.current;
          tell(onAuthenticated, session);
          tell(onSuccess, { kind: "authenticated", session });
        }
      }
      return result;
    },
    [client, answer, report],
  );
  return { report, verify };
}

function unasked(): Promise<never> {
  return new Promise(() => {});
}

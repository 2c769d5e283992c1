"use client";

import {
  useMfa,
  useSession,
  type Authenticator,
  type FlowState,
  type MfaChallenge,
  type MfaDoneStep,
  type MfaFlow,
  type Session,
} from "@portico/react";
import { useEffect } from "react";
import { placeError } from "../form/place-error.js";
import { tell } from "../form/tell.js";
import { useFormProgress, type CallState } from "../form/use-form-progress.js";
import { hostedWay as hostedWayOf, useLeaving } from "../form/use-hosted-way.js";
import { useViewChange } from "../form/use-view-change.js";
import { isAuthProblem } from "../i18n/translate.js";
import { answering, confirming } from "./answer-steps.js";
import { addressing, choosing } from "./choose-steps.js";
import type { MfaForm } from "./mfa-form-steps.js";
import type { MfaStepOptions } from "./step-options.js";
import { useHasPassed } from "./use-has-passed.js";
import { useMfaPath } from "./use-mfa-path.js";
import { useMfaReport } from "./use-mfa-report.js";

/** What `useMfaForm` takes. What it has of a login goes along to the tenant's own page, where that is the way on. */
export interface MfaFormOptions extends MfaStepOptions {
  /** The challenge of the outcome itself, not a copy. Another one begins anew. */
  readonly challenge: MfaChallenge;
  /** Called when somebody has signed in and has put away the recovery code, where there is a new one. */
  readonly onAuthenticated?: ((session: Session) => void) | undefined;
  /** Called when another step is shown. */
  readonly onViewChange?: ((view: MfaForm["step"]) => void) | undefined;
}

/**
 * The steps of a second factor, without their looks. A user's only authenticator app is chosen by itself; what would
 * send a message or a question waits for the reader. The recovery codes of a factor that is set up come before its
 * first answer, because an app may take the screen away as soon as somebody is signed in.
 */
export function useMfaForm(options: MfaFormOptions): MfaForm {
  const form = useSteps(options);
  useViewChange(form.step, options.onViewChange);
  return form;
}

function useSteps(options: MfaFormOptions): MfaForm {
  const { challenge, onAuthenticated, onSuccess } = options;
  const flow = useMfa(challenge);
  const session = useSession();
  const isPast = useHasPassed(challenge.expiresAt);
  const { path, go } = useMfaPath(challenge);
  const { report, verify } = useMfaReport(flow, options);
  const { submit, failure, coolDown } = useFormProgress(choiceState(flow));
  const leaving = useLeaving(options, options);
  const hostedWay = hostedWayOf(leaving, noHint);
  const { reset: forgetWay } = leaving;
  const { isBegun } = path;

  const unlisted = flow.step === "choose" ? flow.listing : undefined;
  useEffect(() => {
    if (unlisted?.status === "failed") report(unlisted);
  }, [unlisted, report]);

  const onlyApp = isBegun ? undefined : soleApp(flow);
  const ask = flow.step === "choose" ? flow.challenge : undefined;
  useEffect(() => {
    if (onlyApp && ask) void ask(onlyApp).then(report);
  }, [onlyApp, ask, report]);

  const way = { path, go, report, verify };
  if (flow.step === "done") return signedIn(flow);
  if (isPast || hasExpired(flow)) return { step: "expired", isBegun, hostedWay };
  if (flow.step === "verify") return answering(flow, way);
  if (flow.step === "choose") {
    if (path.address) return addressing(flow, path.address, way);
    const error = failure?.problem;
    const isHosted = isAuthProblem(error) && placeError(error.code) === "hosted";
    const progress = { submit, failure, coolDown, hosted: isHosted ? hostedWay : undefined };
    const isUnasked = onlyApp !== undefined;
    return choosing(flow, way, { progress, hostedWay, isUnasked, forgetWay });
  }
  const { recoveryCodes: codes = [] } = flow.enrollment;
  if (codes.length === 0 || path.isKept) return confirming(flow, way);
  return { step: "keep", isBegun, codes, proceed: () => go({ isKept: true }) };

  function signedIn({ outcome }: MfaDoneStep): MfaForm {
    const { recoveryCode, session: reached } = outcome;
    if (recoveryCode !== undefined && !path.isKept) {
      const proceed = () => {
        go({ isKept: true });
        tell(onAuthenticated, reached);
        tell(onSuccess, { kind: "authenticated", session: reached });
      };
      return { step: "keep", isBegun, codes: [recoveryCode], proceed };
    }
    if (session.status === "authenticated") return { step: "done", isBegun };
    return { step: "expired", isBegun, hostedWay };
  }
}

const idle: CallState = { status: "idle" };

function noHint(): undefined {}

/** The choice that goes on, or else the list that it is made from. */
function choiceState(flow: MfaFlow): CallState {
  if (flow.step !== "choose") return idle;
  const { state, listing } = flow;
  const call: FlowState<unknown> = state.status === "idle" ? listing : state;
  return call.status === "succeeded" ? idle : call;
}

/** The authenticator app of a user who has nothing else but recovery codes. */
function soleApp(flow: MfaFlow): Authenticator | undefined {
  if (flow.step !== "choose" || flow.state.status === "failed") return undefined;
  const known = flow.authenticators ?? [];
  const [one, ...more] = known.filter(({ factor }) => factor !== "recovery-code");
  return one?.factor === "otp" && more.length === 0 ? one : undefined;
}

function hasExpired(flow: Exclude<MfaFlow, MfaDoneStep>): boolean {
  const calls: FlowState<unknown>[] = [flow.state];
  if (flow.step === "choose") calls.push(flow.listing);
  if (flow.step === "verify") calls.push(flow.sending);
  return calls.some((call) => call.status === "failed" && call.error.code === "expired_token");
}

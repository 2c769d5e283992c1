import type { Factor, MfaEnrollStep, MfaVerifyStep } from "@portico/react";
import { resendWait } from "../form/resend-wait.js";
import type { MfaAnswering, MfaSendingAgain } from "./mfa-form-steps.js";
import type { MfaWay } from "./mfa-way.js";

/** Answering with a factor of the user's. */
export function answering(flow: MfaVerifyStep, way: MfaWay): MfaAnswering {
  const { sent, authenticators = [], state, back } = flow;
  const { path, go } = way;
  if (path.left) {
    return {
      ...plain(way),
      factor: "recovery-code",
      needsCode: true,
      state: state === path.left ? { status: "idle" } : state,
      back: () => go({ left: undefined }),
    };
  }
  const { factor, needsCode, authenticator } = sent;
  const others = authenticators.filter(({ id }) => id !== authenticator.id);
  const hasRecovery = others.some((other) => other.factor === "recovery-code");
  const hasOthers = others.some((other) => other.factor !== "recovery-code");
  const leave = () => {
    back();
    go("start");
  };
  return {
    ...plain(way),
    factor,
    name: authenticator.name,
    needsCode,
    state,
    again: isSent(factor) ? again(flow, way) : undefined,
    byRecoveryCode: hasRecovery ? () => go({ left: state }) : undefined,
    otherWay: hasOthers ? leave : undefined,
    // An app that was chosen by itself has no step before it.
    back: hasOthers || factor === "otp" ? undefined : leave,
  };
}

/** Confirming a factor that is set up. */
export function confirming({ enrollment, state, back }: MfaEnrollStep, way: MfaWay): MfaAnswering {
  const { factor, needsCode } = enrollment;
  const { path, go } = way;
  const leave = () => {
    back();
    // To the address, which may have been the wrong one, rather than to the choice.
    if (path.address) go({ isKept: false });
    else go("start");
  };
  const name = path.address?.given;
  return { ...plain(way), factor, name, needsCode, enrollment, state, back: leave };
}

function plain({ path, verify }: MfaWay) {
  return {
    step: "answer",
    isBegun: path.isBegun,
    name: undefined,
    enrollment: undefined,
    verify,
    again: undefined,
    byRecoveryCode: undefined,
    otherWay: undefined,
  } as const;
}

function again({ sending, resend }: MfaVerifyStep, { path, go, report }: MfaWay): MfaSendingAgain {
  return {
    state: sending,
    resendAt: path.resendAt,
    async resend() {
      const result = await resend();
      report(result);
      const wait = result.status === "succeeded" ? resendWait : result.error.retryAfter;
      if (wait !== undefined) go({ resendAt: Date.now() + wait });
    },
  };
}

function isSent(factor: Factor): boolean {
  return factor !== "otp" && factor !== "recovery-code";
}

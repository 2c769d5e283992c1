import type { Factor, MfaChooseStep, MfaEnrollParams } from "@portico/react";
import type { MfaAddressing, MfaChoosing } from "./mfa-form-steps.js";
import type { MfaWay } from "./mfa-way.js";
import { resendWait } from "../form/resend-wait.js";

/** What is shown while the reader chooses. */
export type ChoiceProgress = Pick<MfaChoosing, "progress" | "hostedWay"> & {
  /** A choice that needs no reader is being made. */
  readonly isUnasked: boolean;
  readonly forgetWay: () => void;
};

/** Choosing a factor, or one to set up. */
export function choosing(
  { authenticators, enrollable, ...flow }: MfaChooseStep,
  { path, go, report }: MfaWay,
  { progress, hostedWay, isUnasked, forgetWay }: ChoiceProgress,
): MfaChoosing {
  return {
    step: "choose",
    isBegun: path.isBegun,
    authenticators: isUnasked ? undefined : authenticators,
    enrollable: authenticators?.length === 0 ? enrollable.filter(canBeSetUp) : [],
    asked: path.asked,
    progress,
    hostedWay,
    async choose(authenticator) {
      forgetWay();
      go({ asked: authenticator.id });
      const result = await flow.challenge(authenticator);
      report(result);
      if (result.status === "succeeded") go({ resendAt: Date.now() + resendWait });
    },
    async enroll(factor) {
      if (factor === "sms" || factor === "voice" || factor === "email") {
        flow.reset();
        go({ address: { factor } });
      } else if (factor !== "recovery-code") {
        forgetWay();
        go({ asked: factor });
        report(await flow.enroll({ factor }));
      }
    },
    async retry() {
      go({});
      report(await flow.list());
    },
  };
}

/** Saying where the codes of a factor that is set up shall go. */
export function addressing(
  flow: MfaChooseStep,
  { factor, given }: Pick<MfaAddressing, "factor"> & { readonly given?: string },
  { path, go, report }: MfaWay,
): MfaAddressing {
  return {
    step: "address",
    isBegun: path.isBegun,
    factor,
    given,
    state: flow.state,
    async enroll(where) {
      go({ address: { factor, given: where } });
      const result = await flow.enroll(addressed(factor, where));
      report(result);
      return result;
    },
    back() {
      flow.reset();
      go("start");
    },
  };
}

function canBeSetUp(factor: Factor): boolean {
  return factor !== "recovery-code";
}

function addressed(factor: MfaAddressing["factor"], where: string): MfaEnrollParams {
  return factor === "email" ? { factor, email: where } : { factor, phoneNumber: where };
}

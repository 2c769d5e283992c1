import type {
  Authenticator,
  Factor,
  FlowResult,
  FlowState,
  MfaAuthenticated,
  MfaChosen,
  MfaEnrollment,
  MfaQuestion,
  MfaVerifyParams,
} from "@portico/react";
import type { FormProgress, HostedWay } from "../parts/form-progress.js";

/** Where the reader stands, with what can be done there. */
export type MfaForm =
  | MfaChoosing
  | MfaAddressing
  | MfaKeeping
  | MfaAnswering
  | MfaOver
  | MfaSignedIn;

interface Step {
  /** Whether the reader has gone a step already: then the focus goes along. */
  readonly isBegun: boolean;
}

/** A factor is to be chosen, or one to be set up. */
export interface MfaChoosing extends Step {
  readonly step: "choose";
  /** What can be answered with; undefined while it is looked up, and where that failed. */
  readonly authenticators: readonly Authenticator[] | undefined;
  /** What can be set up, where there is nothing to answer with. Neither: only the tenant's own page helps. */
  readonly enrollable: readonly Factor[];
  /** The `id` or the factor that was chosen last. */
  readonly asked: string | undefined;
  readonly progress: Pick<FormProgress, "submit" | "failure" | "coolDown" | "hosted">;
  readonly hostedWay: HostedWay;
  readonly choose: (authenticator: Authenticator) => Promise<void>;
  /** Sets one up; for a phone or an e-mail address the step `address` comes first. */
  readonly enroll: (factor: Factor) => Promise<void>;
  /** Looks again for what can be answered with. */
  readonly retry: () => Promise<void>;
}

/** Where the codes of a factor that is set up shall go. Bind `useMfaPhoneForm` or `useMfaEmailForm` to it. */
export interface MfaAddressing extends Step {
  readonly step: "address";
  readonly factor: "sms" | "voice" | "email";
  /** What was given before, where the reader has come back. */
  readonly given: string | undefined;
  readonly state: FlowState<MfaChosen>;
  readonly enroll: (address: string) => Promise<FlowResult<MfaChosen>>;
  readonly back: () => void;
}

/** Recovery codes to be put in a safe place, shown this once. */
export interface MfaKeeping extends Step {
  readonly step: "keep";
  readonly codes: readonly string[];
  readonly proceed: () => void;
}

/** The answer is due. Bind `useMfaAnswerForm` to it or, without `needsCode`, `useMfaDeviceAnswer`. */
export interface MfaAnswering extends Step {
  readonly step: "answer";
  /** What is asked for: a recovery code where the reader prefers it. */
  readonly factor: Factor;
  /** What the tenant shows of the factor, or the address that was given for it. */
  readonly name: string | undefined;
  readonly needsCode: boolean;
  /** Given where the answer confirms a factor that is set up: show it, keep it nowhere. */
  readonly enrollment: MfaEnrollment | undefined;
  readonly state: FlowState<MfaAuthenticated>;
  readonly verify: (params: MfaVerifyParams) => Promise<FlowResult<MfaAuthenticated>>;
  /** Given where something was sent that can be sent again. */
  readonly again: MfaSendingAgain | undefined;
  /** Asks for a recovery code in place of the factor, where there is one. */
  readonly byRecoveryCode: (() => void) | undefined;
  /** To the other factors, where there are some. */
  readonly otherWay: (() => void) | undefined;
  /** To the step before, where there was one. */
  readonly back: (() => void) | undefined;
}

/** A code or a question that can be sent again. */
export interface MfaSendingAgain {
  readonly state: FlowState<MfaQuestion>;
  /** From when on, in milliseconds since 1970. */
  readonly resendAt: number | undefined;
  readonly resend: () => Promise<void>;
}

/** The sign-in took too long, or somebody has signed out: it begins anew. */
export interface MfaOver extends Step {
  readonly step: "expired";
  readonly hostedWay: HostedWay;
}

/** Somebody is signed in. */
export interface MfaSignedIn extends Step {
  readonly step: "done";
}

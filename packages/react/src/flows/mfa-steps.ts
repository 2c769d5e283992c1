import type {
  Authenticator,
  CallOptions,
  Factor,
  MfaAuthenticated,
  MfaEnrollment,
  MfaEnrollParams,
  MfaSent,
  MfaVerifyParams,
} from "@portico/core";
import type { FlowResult, FlowState } from "./flow.js";

/** What `useMfa` gives: only what can be done now. Its results never reject with an `AuthError`. */
export type MfaFlow = MfaChooseStep | MfaVerifyStep | MfaEnrollStep | MfaDoneStep;

/** A factor that was chosen and, where it takes one, sent a code or a question. */
export interface MfaQuestion extends MfaSent {
  readonly authenticator: Pick<Authenticator, "id" | "factor" | "name">;
}

/** What a choice leads to: an answer, or the enrolment of a factor. */
export type MfaChosen = MfaQuestion | MfaEnrollment;

/** The user chooses a factor, or enrols one. */
export interface MfaChooseStep {
  readonly step: "choose";
  /** The factors that can be answered with; undefined until they are listed. Empty: enrol one. */
  readonly authenticators: readonly Authenticator[] | undefined;
  /** The kinds of factor that the tenant would enrol, where it says so. */
  readonly enrollable: readonly Factor[];
  /** What the list is doing; it is asked for by itself. */
  readonly listing: FlowState<readonly Authenticator[]>;
  /** Asks for it again, after a failure. */
  readonly list: (options?: CallOptions) => Promise<FlowResult<readonly Authenticator[]>>;
  /** What `challenge` or `enroll` is doing. */
  readonly state: FlowState<MfaChosen>;
  /** Chooses a factor: sends a code or a question where it takes one. */
  readonly challenge: (
    authenticator: MfaQuestion["authenticator"],
    options?: CallOptions,
  ) => Promise<FlowResult<MfaChosen>>;
  /** Begins to enrol a factor. */
  readonly enroll: (params: MfaEnrollParams) => Promise<FlowResult<MfaChosen>>;
  /** Gives up a choice under way, and forgets a failure. */
  readonly reset: () => void;
}

/** The answer is due, whichever way the factor was chosen. */
interface MfaAnswerStep {
  /** What `verify` is doing. */
  readonly state: FlowState<MfaAuthenticated>;
  /**
   * Signs in with `{ otp }`, or with `{ recoveryCode }` in its place. With `{}` it waits for the answer on the device,
   * until a code is given instead.
   */
  readonly verify: (params: MfaVerifyParams) => Promise<FlowResult<MfaAuthenticated>>;
  /** Back to the choice; a call under way is aborted. */
  readonly back: () => void;
}

/** A factor was chosen. */
export interface MfaVerifyStep extends MfaAnswerStep {
  readonly step: "verify";
  /** The factors that the reader chose from, for a way to another one. */
  readonly authenticators: readonly Authenticator[] | undefined;
  /** The latest question; another object once it was sent again. Without `needsCode` call `verify({})` for each. */
  readonly sent: MfaQuestion;
  /** What `resend` is doing. */
  readonly sending: FlowState<MfaQuestion>;
  readonly resend: (options?: CallOptions) => Promise<FlowResult<MfaQuestion>>;
}

/** A factor is about to be enrolled; the first right answer confirms it. */
export interface MfaEnrollStep extends MfaAnswerStep {
  readonly step: "enroll";
  /** Its QR address and recovery codes, to be shown now and kept nowhere. */
  readonly enrollment: MfaEnrollment;
}

/** Somebody is signed in. */
export interface MfaDoneStep {
  readonly step: "done";
  /** Its `recoveryCode` takes the place of the one that was spent: show it once. */
  readonly outcome: MfaAuthenticated;
}

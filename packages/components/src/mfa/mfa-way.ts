import type { FlowResult, MfaAuthenticated, MfaVerifyParams } from "@portico/react";
import type { GoStep, MfaPath } from "./use-mfa-path.js";

/** What every step is made with. */
export interface MfaWay {
  readonly path: MfaPath;
  readonly go: GoStep;
  /** Tells the app how a call has ended. */
  readonly report: (result: FlowResult<unknown>) => void;
  /** Answers, and tells the app how that has ended. */
  readonly verify: (params: MfaVerifyParams) => Promise<FlowResult<MfaAuthenticated>>;
}

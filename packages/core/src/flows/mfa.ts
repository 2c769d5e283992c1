import type { Factor, MfaChallenge } from "../identity/challenge.js";
import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext } from "./flow-context.js";
import type { Authenticated } from "./outcome.js";

/** A second factor that the user has. */
export interface Authenticator {
  readonly id: string;
  readonly factor: Factor;
  /** Whether it may be answered with; a factor that was never confirmed is not. */
  readonly active: boolean;
  /** What the tenant shows of it, such as the end of a phone number. */
  readonly name?: string;
}

/** Which factor to enrol. */
export type MfaEnrollParams = CallOptions &
  (
    | { readonly factor: "otp" | "push" }
    | { readonly factor: "sms" | "voice"; readonly phoneNumber: string }
    | { readonly factor: "email"; readonly email?: string | undefined }
  );

/** A factor that is about to be enrolled; the first right answer confirms it. Show it once, keep it nowhere. */
export interface MfaEnrollment {
  readonly factor: Factor;
  /** For an authenticator app: the `otpauth://` address of the QR code, and the same to be typed. */
  readonly barcodeUri?: string;
  readonly secret?: string;
  /** Where this is the first factor: codes that stand in for it, each once. */
  readonly recoveryCodes?: readonly string[];
  /** Whether the answer is a code to type; without one it is given on the device. */
  readonly needsCode: boolean;
}

/** A challenge that was sent to a factor. */
export interface MfaSent {
  readonly factor: Factor;
  /** Whether the answer is a code to type; without one it is given on the device. */
  readonly needsCode: boolean;
}

/** The answer to a challenge. Without any, it is the one that the user gives on their device. */
export type MfaVerifyParams = CallOptions &
  (
    | { readonly otp: string; readonly recoveryCode?: undefined }
    | { readonly recoveryCode: string; readonly otp?: undefined }
    | { readonly otp?: undefined; readonly recoveryCode?: undefined }
  );

/** Somebody is signed in, with two factors. */
export interface MfaAuthenticated extends Authenticated {
  /** The code that takes the place of the one that was spent. Show it once, keep it nowhere. */
  readonly recoveryCode?: string;
}

/** Second factors of a pending sign-in: Auth0's MFA API. Each call throws `expired_token` when it took too long. */
export interface Mfa {
  /** The factors that the user has: GET /mfa/authenticators. */
  authenticators(challenge: MfaChallenge, options?: CallOptions): Promise<readonly Authenticator[]>;
  /** Begins to enrol a factor: POST /mfa/associate. Throws `access_denied` where there is one already. */
  enroll(challenge: MfaChallenge, params: MfaEnrollParams): Promise<MfaEnrollment>;
  /** Sends a code or a question to a factor: POST /mfa/challenge. */
  challenge(
    challenge: MfaChallenge,
    authenticator: Pick<Authenticator, "id" | "factor">,
    options?: CallOptions,
  ): Promise<MfaSent>;
  /**
   * Signs in with the answer: POST /oauth/token. Without a code it waits until the user has answered on their
   * device. Throws `invalid_otp`, `access_denied` where they said no.
   */
  verify(challenge: MfaChallenge, params: MfaVerifyParams): Promise<MfaAuthenticated>;
}

/** STUB */
export function mfaFlows(_context: FlowContext): Mfa {
  throw new Error("stub");
}

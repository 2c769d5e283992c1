/** A means of proving a second time who one is. */
export type Factor = "otp" | "sms" | "voice" | "email" | "push" | "recovery-code";

/**
 * What the tenant asks before it lets somebody in: a second factor. It stands for the pending sign-in without
 * holding its token, so it may be kept in React state; the MFA calls of the client take it.
 */
export interface MfaChallenge {
  readonly type: "mfa";
  /** When the sign-in has to begin again, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** The kinds of factor that may be answered with, where the tenant says so. */
  readonly challenge?: readonly Factor[];
  /** The kinds of factor that may be enrolled, where the tenant says so. */
  readonly enroll?: readonly Factor[];
}

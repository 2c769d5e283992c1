import type { FakeClientOptions } from "../../packages/core/src/testing/index.js";
import type { AuthError, AuthErrorCode } from "../../packages/react/src/index.js";

/** Wherever something is sent. */
const everywhere = [
  "network",
  "timeout",
  "aborted",
  "rate_limited",
  "server",
  "invalid_response",
  "insecure_context",
  "access_denied",
  "unauthorized_client",
  "origin_not_allowed",
  "invalid_request",
] as const;

/** Where credentials are judged. */
const judged = [
  "too_many_attempts",
  "blocked_user",
  "mfa_required",
  "requires_verification",
] as const;

/** Where tokens come of it. */
const tokens = ["invalid_token", "invalid_grant"] as const;

/** Where the tenant is asked in a frame, unseen. */
const unseen = [
  "third_party_cookies_blocked",
  "login_required",
  "consent_required",
  "interaction_required",
  "user_changed",
  ...tokens,
] as const;

/** Where the page is about to be left. */
const leaving = ["storage_unavailable", "insecure_context", "network", "aborted"] as const;

/** Where a window opens. */
const inWindow = [
  ...everywhere,
  ...tokens,
  "popup_blocked",
  "popup_closed",
  "popup_unavailable",
  "invalid_callback",
  "transaction_lost",
  "login_required",
  "consent_required",
  "interaction_required",
  "requires_verification",
] as const;

/** Where something of the user's is read or changed. */
const managed = [
  ...everywhere,
  ...unseen,
  "mfa_required",
  "insufficient_scope",
  "inexistent_user",
] as const;

/** The calls of a client that components make, with every code that each can end with. */
export const codesOf = {
  login: [
    ...everywhere,
    ...judged,
    ...unseen,
    "storage_unavailable",
    "invalid_credentials",
    "password_leaked",
  ],
  loginWithConnection: leaving,
  loginWithPopup: [...inWindow, "blocked_user"],
  signup: [
    ...everywhere,
    ...judged,
    ...unseen,
    "invalid_signup",
    "user_exists",
    "username_exists",
    "invalid_email",
    "invalid_phone_number",
    "invalid_password",
    "password_leaked",
    "invalid_captcha",
    "signup_disabled",
  ],
  "passwordless.start": [
    ...everywhere,
    "storage_unavailable",
    "too_many_attempts",
    "requires_verification",
    "invalid_email",
    "invalid_phone_number",
    "sms_provider_error",
    "invalid_captcha",
  ],
  "passwordless.resend": [
    ...everywhere,
    "storage_unavailable",
    "invalid_captcha",
    "sms_provider_error",
  ],
  "passwordless.verify": [...everywhere, ...judged, ...unseen, "invalid_otp"],
  "passwordless.prove": [
    ...everywhere,
    ...judged,
    ...tokens,
    "association_required",
    "invalid_otp",
  ],
  resetPassword: [...everywhere, "too_many_attempts", "invalid_email", "invalid_captcha"],
  "mfa.authenticators": [...everywhere, "expired_token"],
  "mfa.challenge": [...everywhere, "expired_token", "association_required", "too_many_attempts"],
  "mfa.enroll": [
    ...everywhere,
    "expired_token",
    "invalid_phone_number",
    "invalid_email",
    "sms_provider_error",
  ],
  "mfa.verify": [
    ...everywhere,
    ...tokens,
    "expired_token",
    "invalid_otp",
    "too_many_attempts",
    "blocked_user",
  ],
  "management.getUser": managed,
  proveIdentity: inWindow,
  reauthenticate: [...inWindow, "user_changed"],
  linkIdentity: managed,
  unlinkIdentity: managed,
  logout: ["network", "aborted"],
} as const satisfies Readonly<Record<string, readonly AuthErrorCode[]>>;

/** A call of a client, as components make it. */
export type Call = keyof typeof codesOf;

/** The codes that no component ever shows, and who hears of them. */
export const unseenCodes = {
  unsolicited: "the app, as the reason why nobody is signed in after a redirect",
  transaction_expired: "the app, as the reason why nobody is signed in after a redirect",
  authorization_pending: "nobody: whoever waits for a device goes on waiting",
  slow_down: "nobody: whoever waits for a device asks less often",
  legacy_endpoint_disabled: "the developer, who has called a retired endpoint",
} as const satisfies Readonly<Partial<Record<AuthErrorCode, string>>>;

type Shown = (typeof codesOf)[Call][number];
type Forgotten = Exclude<AuthErrorCode, Shown | keyof typeof unseenCodes>;

// A code that no call ends with, and that nobody has said why, is named here by the compiler.
true satisfies [Forgotten] extends [never] ? true : Forgotten;

/** The same replies, but for one call, which fails. */
export function failing(
  options: FakeClientOptions,
  call: Call,
  error: AuthError,
): FakeClientOptions {
  const [group, member] = call.split(".") as [keyof FakeClientOptions, string | undefined];
  const fail = () => Promise.reject(error);
  if (member === undefined) return { ...options, [group]: fail };
  return { ...options, [group]: { ...(options[group] as object | undefined), [member]: fail } };
}

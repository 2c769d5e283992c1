import type { PlainErrorCode } from "./error-details.js";

/** Where a failure came from: the same word means different things at different endpoints. */
export type Endpoint =
  | "authorize"
  | "co_authenticate"
  | "co_authenticate_otp"
  | "credentials_grant"
  | "otp_grant"
  | "token"
  | "revoke"
  | "signup"
  | "change_password"
  | "passwordless"
  | "challenge"
  | "mfa"
  | "management"
  | "userinfo"
  | "legacy"
  | "jwks";

/** Auth0's words that are our codes too. */
const sameWords: readonly PlainErrorCode[] = [
  "login_required",
  "consent_required",
  "interaction_required",
  "mfa_required",
  "requires_verification",
  "access_denied",
  "unauthorized_client",
  "invalid_request",
  "invalid_grant",
  "blocked_user",
  "password_leaked",
  "too_many_attempts",
  "invalid_signup",
  "user_exists",
  "username_exists",
  "invalid_captcha",
  "invalid_phone_number",
  "sms_provider_error",
  "expired_token",
  "authorization_pending",
  "slow_down",
  "association_required",
  "insufficient_scope",
  "inexistent_user",
];

/** Auth0's words that have another name here. */
const otherWords: Readonly<Record<string, PlainErrorCode>> = {
  requires_validation: "requires_verification",
  unauthorized: "access_denied",
  unsupported_credential_type: "unauthorized_client",
  unsupported_grant_type: "unauthorized_client",
  unsupported_challenge_type: "unauthorized_client",
  invalid_user_password: "invalid_credentials",
  too_many_logins: "too_many_attempts",
  too_many_requests: "rate_limited",
  "bad.email": "invalid_email",
  "bad.phone_number": "invalid_phone_number",
  "bad.verification_code": "invalid_otp",
  inexistent_identity: "inexistent_user",
  invalid_body: "invalid_request",
  invalid_uri: "invalid_request",
};

/** Words that mean something else at one endpoint. */
const exceptions: { readonly [E in Endpoint]?: Readonly<Record<string, PlainErrorCode>> } = {
  co_authenticate: { access_denied: "invalid_credentials" },
  co_authenticate_otp: { access_denied: "invalid_otp" },
  credentials_grant: { invalid_grant: "invalid_credentials", unauthorized: "blocked_user" },
  otp_grant: { invalid_grant: "invalid_otp", unauthorized: "blocked_user" },
  passwordless: { invalid_user_password: "invalid_otp" },
  token: { unauthorized: "blocked_user" },
};

/** Our code for the word an endpoint used, or undefined where Auth0 documents none. */
export function codeForWord(endpoint: Endpoint, word: string): PlainErrorCode | undefined {
  for (const words of [exceptions[endpoint], otherWords]) {
    if (words && Object.hasOwn(words, word)) return words[word];
  }
  // Every other malformed field of a passwordless request: `bad.connection`, `bad.authParams`…
  if (word.startsWith("bad.")) return "invalid_request";
  return sameWords.find((code) => code === word);
}

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

/** Auth0's error words and ours, wherever they mean one thing. */
const words: Readonly<Record<string, PlainErrorCode>> = {
  login_required: "login_required",
  consent_required: "consent_required",
  interaction_required: "interaction_required",
  mfa_required: "mfa_required",
  requires_verification: "requires_verification",
  requires_validation: "requires_verification",
  access_denied: "access_denied",
  unauthorized: "access_denied",
  unauthorized_client: "unauthorized_client",
  unsupported_credential_type: "unauthorized_client",
  unsupported_grant_type: "unauthorized_client",
  invalid_request: "invalid_request",
  invalid_grant: "invalid_grant",
  invalid_user_password: "invalid_credentials",
  blocked_user: "blocked_user",
  password_leaked: "password_leaked",
  too_many_attempts: "too_many_attempts",
  too_many_logins: "too_many_attempts",
  too_many_requests: "rate_limited",
  invalid_signup: "invalid_signup",
  user_exists: "user_exists",
  username_exists: "username_exists",
  invalid_captcha: "invalid_captcha",
  "bad.email": "invalid_email",
  "bad.phone_number": "invalid_phone_number",
  invalid_phone_number: "invalid_phone_number",
  "bad.verification_code": "invalid_otp",
  "bad.client_id": "invalid_request",
  "bad.connection": "invalid_request",
  "bad.authParams": "invalid_request",
  "bad.request": "invalid_request",
  "bad.send": "invalid_request",
  sms_provider_error: "sms_provider_error",
  expired_token: "expired_token",
  authorization_pending: "authorization_pending",
  slow_down: "slow_down",
  association_required: "association_required",
  unsupported_challenge_type: "unauthorized_client",
  insufficient_scope: "insufficient_scope",
  inexistent_user: "inexistent_user",
  inexistent_identity: "inexistent_user",
  invalid_body: "invalid_request",
  invalid_uri: "invalid_request",
};

/** Words that mean something else at one endpoint. */
const exceptions: { readonly [E in Endpoint]?: Readonly<Record<string, PlainErrorCode>> } = {
  co_authenticate: { access_denied: "invalid_credentials" },
  credentials_grant: { invalid_grant: "invalid_credentials", unauthorized: "blocked_user" },
  co_authenticate_otp: { access_denied: "invalid_otp" },
  otp_grant: { invalid_grant: "invalid_otp", unauthorized: "blocked_user" },
  passwordless: { invalid_user_password: "invalid_otp" },
  token: { unauthorized: "blocked_user" },
};

/** Our code for the word an endpoint used, or undefined where Auth0 documents none. */
export function codeForWord(endpoint: Endpoint, word: string): PlainErrorCode | undefined {
  const own = exceptions[endpoint];
  if (own && Object.hasOwn(own, word)) return own[word];
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

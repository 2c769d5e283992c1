/** A failure that carries nothing beyond its code. */
export type NoDetails = Readonly<Record<never, never>>;

/** Auth0's names of its password rules. */
export type PasswordRuleCode = (typeof passwordRuleCodes)[number];

/** The closed list of rules; a rule that is not on it cannot be put into words. */
export const passwordRuleCodes = [
  "nonEmpty",
  "lengthAtLeast",
  "maxLength",
  "shouldContain",
  "containsAtLeast",
  "identicalChars",
  "sequentialChars",
  "lowerCase",
  "upperCase",
  "numbers",
  "specialCharacters",
] as const;

/** One rule of the connection's password policy, as the tenant judged it. */
export interface PasswordRule {
  readonly code: PasswordRuleCode;
  /** The numbers of the rule: minimum length, or how many of how many. */
  readonly format: readonly number[];
  readonly verified: boolean;
  readonly items: readonly PasswordRule[];
}

/** Why an ID token was refused. */
export type TokenDefect =
  | "format"
  | "algorithm"
  | "header"
  | "key"
  | "signature"
  | "issuer"
  | "audience"
  | "authorized_party"
  | "subject"
  | "nonce"
  | "expired"
  | "not_yet_valid"
  | "issued_in_future"
  | "issued_too_long_ago"
  | "authentication_time"
  | "access_token_hash"
  | "organization"
  | "missing";

/** Every way a call can fail, and what each failure tells. The keys are the closed list of codes. */
export interface AuthErrorDetails {
  /**
   * No answer came: offline, DNS, connection reset, or the tenant refused this page's origin. `reload` says that a
   * part of the app's own code did not arrive, which browsers do not fetch again before the page is reloaded.
   */
  network: { readonly online: boolean; readonly reload?: boolean };
  /** No complete answer within the deadline, in milliseconds. */
  timeout: { readonly deadline: number };
  /** The caller's signal ended the call, or somebody signed in or out meanwhile. */
  aborted: NoDetails;
  /** The tenant asks to slow down; see `retryAfter`. */
  rate_limited: NoDetails;
  /** The tenant failed, or answered a failure that it does not document. */
  server: NoDetails;
  /** The tenant answered success in a shape that is none. */
  invalid_response: NoDetails;

  /** WebCrypto is missing: the page was loaded over plain http from elsewhere than this machine. */
  insecure_context: NoDetails;
  /** The browser refuses to keep what a redirect needs on the way back. */
  storage_unavailable: NoDetails;
  /** The browser hides the tenant's cookies from this page: only a hosted redirect can sign in. */
  third_party_cookies_blocked: NoDetails;

  /** The browser did not let a window open; it has to happen in the click itself. */
  popup_blocked: NoDetails;
  /** The user closed the window before they had finished. */
  popup_closed: NoDetails;
  /** A Cross-Origin-Opener-Policy cut the window off from this page; only a redirect can sign in. */
  popup_unavailable: NoDetails;

  /** The response in the URL breaks the grammar of OAuth 2.0 responses. */
  invalid_callback: NoDetails;
  /** A failure, in the URL, of a request that this tab never made. */
  unsolicited: NoDetails;
  /** What this tab kept about the request is gone: storage was cleared, or the response was used before. */
  transaction_lost: NoDetails;
  /** The response is older than its transaction may be. */
  transaction_expired: NoDetails;
  /** A token broke a rule of OpenID Connect Core 3.1.3.7 or of Portico. */
  invalid_token: {
    readonly reason: TokenDefect;
    /** With `issued_in_future`: whole seconds by which the token's time lies ahead of this device's clock. */
    readonly skew?: number;
  };

  /** There is no session at the tenant. */
  login_required: NoDetails;
  /** The user has to agree first to what the application asks for. */
  consent_required: NoDetails;
  /** The tenant has to show the user something first. */
  interaction_required: NoDetails;
  /** The tenant's session belongs to another user than this page's. */
  user_changed: NoDetails;

  /** Unknown user or wrong password; the tenant does not say which, and neither do we. */
  invalid_credentials: NoDetails;
  /** Too many failed logins: the tenant refuses further ones for a while, right ones too. */
  too_many_attempts: NoDetails;
  /** An administrator has blocked the user. */
  blocked_user: NoDetails;
  /** A wrong or outworn one-time code, of a message or of a second factor. */
  invalid_otp: NoDetails;
  /** The password is known from a breach elsewhere; it has to be reset. */
  password_leaked: NoDetails;
  /** A second factor is due. */
  mfa_required: NoDetails;
  /** The second factor took too long: the sign-in has to begin again. */
  expired_token: NoDetails;
  /** The user has not answered on their device yet. */
  authorization_pending: NoDetails;
  /** Asked too often whether the user has answered. */
  slow_down: NoDetails;
  /** The user has no second factor yet and has to enrol one first. */
  association_required: NoDetails;
  /** The tenant wants to see the user on its own page first. */
  requires_verification: NoDetails;

  /** The tenant does not say why; most often the account exists already. */
  invalid_signup: NoDetails;
  /** Somebody has signed up with this e-mail address before. */
  user_exists: NoDetails;
  /** Somebody else has this username. */
  username_exists: NoDetails;
  /** The e-mail address is none. */
  invalid_email: NoDetails;
  /** The phone number is none in E.164, such as +4930901820. */
  invalid_phone_number: NoDetails;
  /** The text message could not be sent. */
  sms_provider_error: NoDetails;
  /** The captcha was not solved, or solved too late. */
  invalid_captcha: NoDetails;
  /** The password breaks the connection's policy. */
  invalid_password: {
    readonly policy: "strength" | "dictionary" | "user_info" | "history";
    readonly rules: readonly PasswordRule[];
  };
  /** The connection lets nobody sign up by themselves. */
  signup_disabled: NoDetails;

  /** The authorization code or refresh token is spent, revoked or unknown. */
  invalid_grant: NoDetails;
  /** A rule, an action or the user refused. */
  access_denied: NoDetails;
  /** The application may not do this; a setting at the tenant. */
  unauthorized_client: NoDetails;
  /** The access token lacks a scope that the API asks for. */
  insufficient_scope: NoDetails;
  /** There is no such user or identity (any more). */
  inexistent_user: NoDetails;
  /** The tenant has switched this retired endpoint off; `modern` names the call to use instead. */
  legacy_endpoint_disabled: { readonly modern: string };
  /** The page's origin is not in the application's Allowed Web Origins. */
  origin_not_allowed: NoDetails;
  /** The tenant did not understand the request; most often an unknown connection. */
  invalid_request: NoDetails;
}

/** The closed list of error codes. */
export type AuthErrorCode = keyof AuthErrorDetails;

/** The codes that need no details. */
export type PlainErrorCode = {
  [Code in AuthErrorCode]: NoDetails extends AuthErrorDetails[Code] ? Code : never;
}[AuthErrorCode];

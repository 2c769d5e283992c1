import type { AuthErrorCode, AuthErrorDetails, NoDetails } from "./error-details.js";

/** What every failure carries beside its code and details. */
export interface AuthErrorInfo {
  /** HTTP status of the tenant's answer, if one came. */
  readonly status?: number;
  /** Milliseconds to wait: as the tenant asks, or until a message may be sent again. */
  readonly retryAfter?: number;
}

/**
 * A failed call. It is built from our own words alone: nothing that the tenant, the browser or the caller
 * wrote ends up in it, so it can be logged and shown to developers.
 */
class CodedError<C extends AuthErrorCode> extends Error implements AuthErrorInfo {
  readonly code: C;
  readonly details: AuthErrorDetails[C];
  declare readonly status?: number;
  declare readonly retryAfter?: number;

  constructor(code: C, details: AuthErrorDetails[C], info: AuthErrorInfo) {
    super(describe(code, details));
    this.code = code;
    this.details = details;
    if (info.status !== undefined) this.status = info.status;
    if (info.retryAfter !== undefined) this.retryAfter = info.retryAfter;
  }

  /** The code again, under the name that OAuth and Auth0's own libraries have for it (RFC 6749 section 4.1.2.1). */
  get error(): C {
    return this.code;
  }

  /** Whether the same call may succeed later without any change. */
  get retryable(): boolean {
    return retryableCodes.has(this.code) && !("reload" in this.details);
  }

  toJSON(): object {
    const { code, details, status, retryAfter } = this;
    return { name: this.name, code, details, status, retryAfter };
  }
}
CodedError.prototype.name = "AuthError";

/** A failed call: `switch (error.code)` narrows `error.details`. */
export type AuthError<C extends AuthErrorCode = AuthErrorCode> = {
  [K in AuthErrorCode]: CodedError<K>;
}[C];

type Given<C extends AuthErrorCode> = AuthErrorDetails[C] extends NoDetails
  ? NoDetails extends AuthErrorDetails[C]
    ? [details?: NoDetails, info?: AuthErrorInfo]
    : [details: AuthErrorDetails[C], info?: AuthErrorInfo]
  : [details: AuthErrorDetails[C], info?: AuthErrorInfo];

/** Makes the failure of one code. */
export function authError<C extends AuthErrorCode>(code: C, ...given: Given<C>): AuthError<C> {
  const [details = {}, info = {}] = given;
  return new CodedError(code, Object.freeze(details) as AuthErrorDetails[C], info) as AuthError<C>;
}

/** Whether a caught value is an `AuthError`, and of the given code if one is given. */
export function isAuthError<C extends AuthErrorCode = AuthErrorCode>(
  value: unknown,
  code?: C,
): value is AuthError<C> {
  return value instanceof CodedError && (code === undefined || value.code === code);
}

const retryableCodes: ReadonlySet<AuthErrorCode> = new Set<AuthErrorCode>([
  "network",
  "timeout",
  "rate_limited",
  "server",
  "invalid_response",
]);

function describe(code: AuthErrorCode, details: object): string {
  const reason = "reason" in details ? ` (${String(details.reason)})` : "";
  return code.replaceAll("_", " ") + reason;
}

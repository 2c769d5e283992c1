import { authError, type AuthError, type AuthErrorInfo } from "./auth-error.js";
import { isObject } from "./is-object.js";
import { codeForWord, type Endpoint } from "./wire-errors.js";

/** A failure as it arrived: the only place where foreign shapes are looked at. */
export interface WireFailure {
  readonly endpoint: Endpoint;
  readonly status: number;
  /** The parsed JSON body, or undefined where there was none. */
  readonly body: unknown;
  /** Whether the answer calls itself plain text. */
  readonly isPlainText?: boolean;
  readonly retryAfter?: number;
}

/** Reads a refusal that one endpoint words in its own way; undefined where it is none of those. */
export type ReadRefusal = (
  fields: Readonly<Record<string, unknown>>,
  info: AuthErrorInfo,
) => AuthError | undefined;

/** Our error for a refused request; built from code, status and known rules, never from the tenant's text. */
export function normalizeError(failure: WireFailure, readRefusal?: ReadRefusal): AuthError {
  // An error takes status and wait out of the failure it is given, and nothing else.
  const { endpoint, status, body, isPlainText } = failure;
  const fields = isObject(body) ? body : {};
  const refused = readRefusal?.(fields, failure);
  if (refused) return refused;
  // Auth0 refuses an unlisted origin in plain text, so there is no word to read.
  if (body === undefined && status === 403 && isPlainText) {
    return authError("origin_not_allowed", {}, failure);
  }
  for (const word of [fields["error"], fields["code"], fields["errorCode"]]) {
    const code = typeof word === "string" ? codeForWord(endpoint, word) : undefined;
    if (code) return authError(code, {}, failure);
  }
  return byStatus(failure);
}

/** Our error for the `error` parameter of an authorization response (RFC 6749 section 4.1.2.1). */
export function responseError(word: string): AuthError {
  const code = codeForWord("authorize", word);
  return authError(code ?? "server");
}

function byStatus(failure: WireFailure): AuthError {
  const { status } = failure;
  if (status === 429) return authError("rate_limited", {}, failure);
  if (status === 401 || status === 403) return authError("access_denied", {}, failure);
  return authError("server", {}, failure);
}

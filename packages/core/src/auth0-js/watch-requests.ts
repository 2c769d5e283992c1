import { rememberMfaRefusal } from "../authentication/mfa-refusal.js";
import { authError, type AuthError } from "../errors/auth-error.js";
import { normalizeError, type ReadRefusal } from "../errors/normalize-error.js";
import type { Endpoint } from "../errors/wire-errors.js";
import { networkError } from "../errors/network-error.js";
import { retryAfter } from "../transport/retry-after.js";
import type { WebAuth, WebAuthRequest } from "./web-auth.js";

/** How the requests of one call are watched. */
export interface RequestWatch {
  readonly endpoint: Endpoint;
  readonly readRefusal?: ReadRefusal | undefined;
  /** Ends the requests. */
  readonly signal: AbortSignal;
  readonly onFailure: (error: AuthError) => void;
}

/**
 * Sees every answer before auth0-js does. A failure never reaches it: it would build an error that holds what was
 * sent, the password too. What it throws over a success, or reading a failure does, ends the call and not the page.
 */
export function watchRequests(webAuth: WebAuth, watch: RequestWatch): void {
  for (const builder of [webAuth.client.request, webAuth.crossOriginAuthentication.request]) {
    const { get, post } = builder;
    builder.get = (...given) => watched(get.apply(builder, given), watch);
    builder.post = (...given) => watched(post.apply(builder, given), watch);
  }
}

function watched(sent: WebAuthRequest, watch: RequestWatch): WebAuthRequest {
  const { end } = sent;
  sent.end = (callback) => {
    watch.signal.addEventListener("abort", () => {
      // Gives nothing back: what it gives has a `then`, by which Node would have it sent again.
      sent.request.abort();
    });
    return end.call(sent, (error, response) => {
      try {
        if (error) watch.onFailure(failureOf(error, watch));
        else callback(null, response);
      } catch {
        watch.onFailure(authError("invalid_response"));
      }
    });
  };
  return sent;
}

/** Our error for one of superagent's, which is read field by field and kept nowhere. */
function failureOf(error: unknown, { endpoint, readRefusal }: RequestWatch): AuthError {
  const { response, parse, status: unread } = fieldsOf(error);
  const isAnswer = typeof response === "object" && response !== null;
  const { status, body, type, headers } = fieldsOf(isAnswer ? response : { status: unread });
  // Without an answer, or the parser's word that there was one, nothing came.
  if (typeof status !== "number" || !(isAnswer || parse === true)) return networkError();
  if (status < 400) return authError("invalid_response", {}, { status });
  const wait = retryAfter(headersIn(headers), Date.now());
  const failure = {
    endpoint,
    status,
    body: body ?? undefined,
    isPlainText: type === "text/plain",
    ...(wait !== undefined && { retryAfter: wait }),
  };
  const refusal = normalizeError(failure, readRefusal);
  rememberMfaRefusal(refusal, fieldsOf(body));
  return refusal;
}

function headersIn(headers: unknown): Headers {
  const wait = fieldsOf(headers)["retry-after"];
  return new Headers(typeof wait === "string" ? { "retry-after": wait } : {});
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

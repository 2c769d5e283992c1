import type { Tenant } from "../authentication/tenant.js";
import { authError, isAuthError, type AuthError } from "../errors/auth-error.js";
import type { ReadRefusal } from "../errors/normalize-error.js";
import type { Endpoint } from "../errors/wire-errors.js";
import { withDeadline, type CallOptions } from "../transport/deadline.js";
import { openWebAuth } from "./open-web-auth.js";
import { watchRequests } from "./watch-requests.js";
import type { WebAuth, WebAuthCallback } from "./web-auth.js";

/** One call of auth0-js and how it is guarded. */
export interface EngineCall<T> extends CallOptions {
  readonly endpoint: Endpoint;
  /** Calls auth0-js, with options that are made for this call. */
  readonly invoke: (webAuth: WebAuth, done: WebAuthCallback) => void;
  /** Copies what counts out of the result; undefined where the result is none. */
  readonly read: (result: unknown) => T | undefined;
  /** In milliseconds; a request's, if not given. */
  readonly deadline?: number;
  /** What no error may show. */
  readonly secrets?: readonly (string | undefined)[];
  /** Reads the refusals that this endpoint words in its own way. */
  readonly readRefusal?: ReadRefusal;
}

/**
 * Settles once and in time, with a copy of the result or an `AuthError`, whatever auth0-js calls back, throws or
 * leaves undone.
 */
export async function callEngine<T>(tenant: Tenant, call: EngineCall<T>): Promise<T> {
  try {
    return await withDeadline(call.deadline ?? tenant.requestDeadline, call, async (signal) => {
      const webAuth = await openWebAuth(tenant);
      if (signal.aborted) throw authError("aborted");
      return answerOf(webAuth, call, signal);
    });
  } catch (error) {
    throw isAuthError(error) ? untainted(error, call.secrets) : error;
  }
}

function answerOf<T>(webAuth: WebAuth, call: EngineCall<T>, signal: AbortSignal): Promise<T> {
  const { endpoint, invoke, read, readRefusal } = call;
  return new Promise((resolve, reject) => {
    watchRequests(webAuth, { endpoint, readRefusal, signal, onFailure: reject });
    const done: WebAuthCallback = (error, result) => {
      try {
        // Refusals do not get as far as this; here auth0-js takes a success for an error.
        const answer = error ? undefined : read(result);
        if (answer === undefined) reject(authError("invalid_response"));
        else resolve(answer);
      } catch {
        reject(authError("invalid_response"));
      }
    };
    try {
      invoke(webAuth, done);
    } catch {
      // It throws over options before it sends anything.
      reject(authError("invalid_request"));
    }
  });
}

/** The error, or a bare one where its details should hold a secret after all. */
function untainted(error: AuthError, secrets: readonly (string | undefined)[] = []): AuthError {
  const text = JSON.stringify([error.details, error.status, error.retryAfter]);
  const isTainted = secrets.some((secret) => secret && text.includes(secret));
  return isTainted ? authError("server") : error;
}

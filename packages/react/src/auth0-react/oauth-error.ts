import { isAuthError, type AuthError } from "@portico/core";

/** `error instanceof OAuthError` holds for every failure of a call, as in @auth0/auth0-react; none is made with it. */
export abstract class OAuthError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is AuthError {
    return isAuthError(value);
  }
}

import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ApiError } from "./api-error.js";

/** An error in the form of RFC 6749 section 5.2; thrown anywhere below an endpoint. */
export class OAuthError extends ApiError {
  readonly error: string;
  readonly #members: Readonly<Record<string, unknown>>;

  /** `members` stand beside `error` and `error_description`, such as `mfa_token`. */
  constructor(
    status: ContentfulStatusCode,
    error: string,
    description: string,
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(status, description);
    this.name = "OAuthError";
    this.error = error;
    this.#members = members;
  }

  toJSON(): { error: string; error_description: string } {
    return { error: this.error, error_description: this.message, ...this.#members };
  }
}

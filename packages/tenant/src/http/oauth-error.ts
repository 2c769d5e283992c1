import type { ContentfulStatusCode } from "hono/utils/http-status";

/** An error in the form of RFC 6749 section 5.2; thrown anywhere below an endpoint. */
export class OAuthError extends Error {
  readonly status: ContentfulStatusCode;
  readonly error: string;

  constructor(status: ContentfulStatusCode, error: string, description: string) {
    super(description);
    this.name = "OAuthError";
    this.status = status;
    this.error = error;
  }

  toJSON(): { error: string; error_description: string } {
    return { error: this.error, error_description: this.message };
  }
}

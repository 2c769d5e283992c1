import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal with a JSON body of its own; thrown anywhere below an endpoint. */
export abstract class ApiError extends Error {
  readonly status: ContentfulStatusCode;

  constructor(status: ContentfulStatusCode, message: string) {
    super(message);
    this.status = status;
  }

  abstract toJSON(): object;
}

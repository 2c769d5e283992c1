import { ApiError } from "./api-error.js";

type Status = 400 | 401 | 403 | 404 | 409;

const names: Readonly<Record<Status, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
};

/** An error in the form of Auth0's Management API v2. */
export class ManagementError extends ApiError {
  readonly #status: Status;
  readonly #errorCode: string | undefined;

  constructor(status: Status, message: string, errorCode?: string) {
    super(status, message);
    this.name = "ManagementError";
    this.#status = status;
    this.#errorCode = errorCode;
  }

  toJSON(): object {
    const error = names[this.#status];
    const body = { statusCode: this.#status, error, message: this.message };
    if (this.#status === 401) return { ...body, attributes: { error: this.message } };
    return { ...body, errorCode: this.#errorCode };
  }
}

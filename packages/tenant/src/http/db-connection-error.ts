import { ApiError } from "./api-error.js";

/** An error in one of the older forms of Auth0's `/dbconnections/*`. */
export class DbConnectionError extends ApiError {
  readonly #body: object;

  constructor(body: object, message: string) {
    super(400, message);
    this.name = "DbConnectionError";
    this.#body = body;
  }

  toJSON(): object {
    return this.#body;
  }
}

/** Says what is wrong in the member `error` alone. */
export function plainError(error: string): DbConnectionError {
  return new DbConnectionError({ error }, error);
}

/** The password is known from a breach. */
export function passwordLeaked(): DbConnectionError {
  const body = { code: "password_leaked", name: "AnomalyDetected" };
  return new DbConnectionError(body, "Password is leaked");
}

/** Has a code. */
export function badRequest(code: string, description: string): DbConnectionError {
  const body = { name: "BadRequestError", code, description, statusCode: 400 };
  return new DbConnectionError(body, description);
}

import type { AuthError } from "../errors/auth-error.js";
import { normalizeError } from "../errors/normalize-error.js";
import type { TenantRequest } from "./request.js";
import { retryAfter } from "./retry-after.js";

/** What a refused request means. */
export function refusalOf(
  { status, headers }: Response,
  body: unknown,
  { endpoint, readRefusal }: TenantRequest,
): AuthError {
  const wait = retryAfter(headers, Date.now());
  const isPlainText = headers.get("content-type")?.startsWith("text/plain") === true;
  const failure = { endpoint, status, body, isPlainText };
  return normalizeError(
    wait === undefined ? failure : { ...failure, retryAfter: wait },
    readRefusal,
  );
}

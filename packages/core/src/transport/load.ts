import { isAuthError } from "../errors/auth-error.js";
import { networkError } from "../errors/network-error.js";
import { withDeadline, type CallOptions } from "./deadline.js";

/** How long a part may take to arrive, in milliseconds. */
const longestLoad = 15_000;

/**
 * Loads a part of this package when it is first needed: `load(() => import("./part.js"))`. Throws `timeout` or
 * `aborted`; a part that does not arrive is a `network` failure whose details ask for a reload, because browsers
 * remember a module that failed.
 */
export async function load<Part>(
  part: () => Promise<Part>,
  { signal, deadline = longestLoad }: CallOptions & { readonly deadline?: number } = {},
): Promise<Part> {
  try {
    return await withDeadline(deadline, { signal }, part);
  } catch (error) {
    throw isAuthError(error) ? error : networkError({ reload: true });
  }
}

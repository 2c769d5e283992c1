import type { ProvenIdentity } from "../identity/proven-identity.js";
import type { FlowContext } from "./flow-context.js";
import type { PopupLoginParams } from "./hosted-login.js";

/** What `proveIdentity` takes. */
export type ProveIdentityParams = Omit<
  PopupLoginParams,
  "prompt" | "maxAge" | "scope" | "audience"
>;

/**
 * Lets the user sign in to another account in a window of its own, and leaves the session of this page as it is:
 * GET /authorize with `prompt=login` and `max_age=0`. Call it in the click itself. Throws as `loginWithPopup` does.
 */
export async function proveIdentity(
  _context: FlowContext,
  _params: ProveIdentityParams = {},
): Promise<ProvenIdentity> {
  throw new Error("stub");
}

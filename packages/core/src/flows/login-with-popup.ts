import type { FlowContext } from "./flow-context.js";
import type { PopupLoginParams } from "./hosted-login.js";
import type { Authenticated } from "./outcome.js";

/**
 * Signs in by the tenant's pages in a window of its own: GET /authorize. Call it in the click itself, before any
 * await. Throws `popup_blocked`, `popup_closed`, `popup_unavailable`, `timeout`.
 */
export async function loginWithPopup(
  _context: FlowContext,
  _params: PopupLoginParams = {},
): Promise<Authenticated> {
  throw new Error("stub");
}

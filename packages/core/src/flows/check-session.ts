import type { CallOptions } from "../transport/deadline.js";
import { askedFor, assertRunnable, type FlowContext, type TokenParams } from "./flow-context.js";
import type { Authenticated } from "./outcome.js";
import { checkTenantSession } from "./renewal.js";

/** What `checkSession` takes. */
export interface CheckSessionParams extends TokenParams, CallOptions {}

/**
 * Asks the tenant, unseen, whether somebody is signed in there: GET /authorize with `prompt=none`. The session
 * follows the answer. Throws `login_required` and its like, or why it could not ask.
 */
export async function checkSession(
  context: FlowContext,
  params: CheckSessionParams = {},
): Promise<Authenticated> {
  assertRunnable();
  const session = await checkTenantSession(context, askedFor(context, params), params);
  return { kind: "authenticated", session };
}

import type { CallOptions } from "../transport/deadline.js";
import {
  sessionAskedFor,
  assertRunnable,
  type FlowContext,
  type TokenParams,
} from "./flow-context.js";
import type { Authenticated } from "./outcome.js";
import { checkTenantSession, type SilentDetails } from "./renewal.js";

/**
 * What `checkSession` takes. Each look runs the tenant's Actions, as a login does. One with details of its own ends no
 * session: they may be why it is refused.
 */
export interface CheckSessionParams extends TokenParams, SilentDetails, CallOptions {}

/**
 * Asks the tenant, unseen, whether somebody is signed in there: GET /authorize with `prompt=none`. The session
 * follows the answer. Throws `login_required` and its like, or why it could not ask.
 */
export async function checkSession(
  context: FlowContext,
  params: CheckSessionParams = {},
): Promise<Authenticated> {
  assertRunnable();
  const { signal, nonce, maxAge, extra } = params;
  const isPlain = [nonce, maxAge, extra].every((detail) => detail === undefined);
  const details = isPlain ? undefined : { nonce, maxAge, extra };
  const asked = sessionAskedFor(context, params);
  const session = await checkTenantSession(context, asked, { signal }, details);
  return { kind: "authenticated", session };
}

import type { CallOptions } from "../transport/deadline.js";
import { assertRunnable, type FlowContext, type TokenParams } from "./flow-context.js";
import type { Authenticated } from "./outcome.js";
import { keepAnswer } from "./follow-answer.js";
import { checkTenantSession, renewOnce, silentLogin } from "./tenant-session.js";
import { sessionAskedFor } from "./session-asked-for.js";

/** What a look at the tenant may ask for besides; such a look is shared with nobody and ends no session. */
interface SilentDetails {
  /** A nonce of one's own in the place of a random one. */
  readonly nonce?: string | undefined;
  /** Seconds since the user last signed in that the tenant may allow at most. */
  readonly maxAge?: number | undefined;
  /** Further parameters of GET /authorize. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

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
  const asked = sessionAskedFor(context, params);
  if (isPlain) {
    const session = await checkTenantSession(context, asked, { signal });
    return { kind: "authenticated", session };
  }
  const details = { nonce, maxAge, extra };
  const kind = `session ${JSON.stringify(details)}`;
  const session = await renewOnce(context, kind, asked, { signal }, async (shared) => {
    const tokens = await silentLogin(context, { ...asked, ...details }, shared);
    return () => keepAnswer(context, tokens, asked);
  });
  return { kind: "authenticated", session };
}

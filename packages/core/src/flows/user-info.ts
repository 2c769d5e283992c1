import { authError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import type { CallOptions } from "../transport/deadline.js";
import { assertRunnable, currentSession, type FlowContext } from "./flow-context.js";
import { validAccessToken } from "./renewal.js";
import { sessionAskedFor } from "./session-asked-for.js";

/**
 * The user as the tenant knows them now: GET /userinfo with the session's access token. Throws
 * `login_required`, or `user_changed` when the answer is about somebody else (OpenID Connect Core 5.3.2).
 */
export async function userInfo(context: FlowContext, { signal }: CallOptions = {}): Promise<User> {
  assertRunnable();
  const sub = currentSession(context)?.user.sub;
  const asked = sessionAskedFor(context, {});
  const accessToken = await validAccessToken(context, asked, { signal, minimum: 0 });
  const user = await context.engine.userinfo(accessToken, { signal });
  if (user.sub !== sub) throw authError("user_changed");
  return user;
}

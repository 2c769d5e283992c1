import { withPopup } from "../browser/popup-window.js";
import { authError } from "../errors/auth-error.js";
import type { Session } from "../session/session.js";
import { load } from "../transport/load.js";
import { assertRunnable, currentSession, watchSignOut, type FlowContext } from "./flow-context.js";
import type { LoginOutcome } from "./outcome.js";
import type { ReauthenticateParams } from "./prove-again.js";

/**
 * Has the user of the session prove themselves again, unless they did so within `maxAge`. Nobody else can take the
 * session over by it, and an `audience` of another API leaves the session's own access token as it is. Throws
 * `login_required`, `user_changed`, `invalid_token` with the reason `authentication_time`, and as the login does that
 * it travels by.
 */
export async function reauthenticate(
  context: FlowContext,
  params: ReauthenticateParams,
): Promise<LoginOutcome> {
  assertRunnable();
  const session = currentSession(context);
  if (!session) throw authError("login_required");
  if (isFresh(session, params.maxAge)) return { kind: "authenticated", session };
  const assertStillWanted = watchSignOut(context);
  const prove = async () => {
    const part = await load(() => import("./prove-again.js"));
    assertStillWanted();
    return part;
  };
  if (params.via !== "popup") return (await prove()).proveHere(context, session, params);
  return withPopup(params.popup, async (popup) =>
    (await prove()).proveInPopup(context, session, params, popup),
  );
}

function isFresh({ authenticatedAt }: Session, maxAge = 0): boolean {
  if (authenticatedAt === undefined || maxAge <= 0) return false;
  return authenticatedAt + maxAge * 1000 >= Date.now();
}

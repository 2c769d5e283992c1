import {
  clearSessionCookie,
  readSessionCookie,
  takeTicketCookie,
  writeSessionCookie,
} from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { createSession, endSession, useSession, type Session } from "../state/sessions.js";
import { spendTicket } from "../state/tickets.js";
import { findUser, type User } from "../state/users.js";
import type { AuthorizationRequest } from "./authorization-request.js";

/** Whether the reader of this browser counts as signed in for this request. */
export type Login =
  | { readonly kind: "signed-in"; readonly session: Session; readonly user: User }
  | { readonly kind: "needed"; readonly username: string };

/** By login ticket if there is one, else by session. Throws where no page may be shown. */
export function findLogin(c: HttpContext, request: AuthorizationRequest): Login {
  const login = request.loginTicket
    ? loginByTicket(c, request, request.loginTicket)
    : loginBySession(c, request);
  const silent =
    request.prompt === "none" || (request.loginTicket && request.address.mode === "web_message");
  if (login.kind === "needed" && silent) {
    throw new OAuthError(403, "login_required", "Login required");
  }
  return login;
}

/** Starts a session for this browser in place of the one it had. */
export function signIn(c: HttpContext, user: User): Login & { kind: "signed-in" } {
  const { tenant } = c.var;
  if (user.blocked) throw blocked();
  const previous = readSessionCookie(c);
  if (previous) endSession(tenant, previous);
  const { session, secret } = createSession(tenant, user.userId);
  writeSessionCookie(c, secret);
  return { kind: "signed-in", session, user };
}

function loginByTicket(c: HttpContext, request: AuthorizationRequest, ticket: string): Login {
  const { tenant } = c.var;
  const spent = spendTicket(tenant, ticket);
  const binding = spent && takeTicketCookie(c, spent.coId);
  const user = spent && findUser(tenant.database, spent.userId);
  if (!spent || !user || spent.expired || spent.clientId !== request.client.clientId) {
    throw new OAuthError(403, "access_denied", "Unknown or invalid login ticket.");
  }
  if (tenant.settings.ticketBinding === "strict" && !spent.bindsTo(binding)) {
    return { kind: "needed", username: user.email };
  }
  return signIn(c, user);
}

function loginBySession(c: HttpContext, request: AuthorizationRequest): Login {
  const { tenant } = c.var;
  const needed: Login = { kind: "needed", username: request.loginHint };
  const secret = readSessionCookie(c);
  if (!secret) return needed;
  const session = useSession(tenant, secret);
  const user = session && findUser(tenant.database, session.userId);
  if (!session || !user) {
    clearSessionCookie(c);
    return needed;
  }
  if (user.blocked) throw blocked();
  return isRecentEnough(c, request, session) ? { kind: "signed-in", session, user } : needed;
}

function isRecentEnough(c: HttpContext, request: AuthorizationRequest, session: Session): boolean {
  if (request.prompt === "login") return false;
  if (request.maxAge === undefined) return true;
  return c.var.tenant.clock.now() - session.authTime < request.maxAge * 1000;
}

function blocked(): OAuthError {
  return new OAuthError(403, "unauthorized", "user is blocked");
}

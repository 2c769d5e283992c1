import {
  clearSessionCookie,
  readSessionCookie,
  takeTicketCookie,
  writeSessionCookie,
} from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { createSession, endSession, useSession, type Session } from "../state/sessions.js";
import { spendTicket, type SpentTicket } from "../state/tickets.js";
import { findUser, noteLogin, type User } from "../state/users.js";
import type { AuthorizationRequest } from "./authorization-request.js";

/** Whether the reader of this browser counts as signed in for this request. */
export type Login =
  | { readonly kind: "signed-in"; readonly session: Session; readonly user: User }
  | { readonly kind: "needed"; readonly username: string }
  /** A ticket came without its cookie; the application's page may have the verifier. */
  | { readonly kind: "verification-due"; readonly spent: SpentTicket; readonly url: string };

/** By login ticket if there is one, else by session. Throws where no page may be shown. */
export function findLogin(c: HttpContext, request: AuthorizationRequest): Login {
  const login = request.loginTicket
    ? loginByTicket(c, request, request.loginTicket)
    : loginBySession(c, request);
  if (login.kind !== "signed-in" && isSilent(request)) {
    throw new OAuthError(403, "login_required", "Login required");
  }
  return login;
}

/** Whether no page may be shown for a request: somebody waits for a message in an iframe. */
export function isSilent({ prompts, loginTicket, address }: AuthorizationRequest): boolean {
  return prompts.has("none") || (loginTicket !== undefined && address.mode === "web_message");
}

/** Starts a session for this browser in place of the one it had. */
export function signIn(
  c: HttpContext,
  user: User,
  connection: string,
): Login & { kind: "signed-in" } {
  const { tenant } = c.var;
  const previous = readSessionCookie(c);
  if (previous) endSession(tenant, previous);
  const { session, secret } = createSession(tenant, { userId: user.userId, connection });
  noteLogin(tenant.database, user.userId, tenant.clock.now());
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
    const url = request.client.crossOriginVerificationUrl;
    return url === null
      ? { kind: "needed", username: user.email ?? "" }
      : { kind: "verification-due", spent, url };
  }
  return signIn(c, user, spent.connection);
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
  return isRecentEnough(c, request, session) ? { kind: "signed-in", session, user } : needed;
}

function isRecentEnough(c: HttpContext, request: AuthorizationRequest, session: Session): boolean {
  if (request.prompts.has("login") || request.prompts.has("select_account")) return false;
  if (request.maxAge === undefined) return true;
  return c.var.tenant.clock.now() - session.authTime < request.maxAge * 1000;
}

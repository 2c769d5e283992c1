import { clearSessionCookie, readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { errorPage } from "../pages/error-page.js";
import { sendPage } from "../pages/send-page.js";
import { findClient } from "../state/clients.js";
import { isTenantLogoutUrl } from "../state/logout-urls.js";
import { endSession } from "../state/sessions.js";

/** GET /v2/logout: ends the session, then returns to an allow-listed address. */
export function logout(c: HttpContext): Response | Promise<Response> {
  const { tenant } = c.var;
  const clientId = c.req.query("client_id");
  const returnTo = c.req.query("returnTo");
  const client = findClient(tenant.database, clientId);
  if (returnTo && !isAllowedReturn(c, clientId, returnTo)) {
    const page = errorPage({
      error: "invalid_request",
      description: `The "returnTo" querystring parameter "${returnTo}" is not defined as a valid URL`,
      client: client?.name ?? clientId,
      fix: clientId
        ? "Add exactly this address to the logout URLs of that client in the tenant’s seed:"
        : "Name the client in the request, or add exactly this address to the tenant’s own logout URLs:",
      address: returnTo,
    });
    return sendPage(c, page, { status: 400 });
  }
  const secret = readSessionCookie(c);
  if (secret) endSession(tenant, secret);
  clearSessionCookie(c);
  return returnTo ? c.redirect(returnTo) : c.text("OK");
}

/** With a client its own list counts, without one the tenant's. */
function isAllowedReturn(c: HttpContext, clientId: string | undefined, returnTo: string): boolean {
  const { database } = c.var.tenant;
  if (clientId === undefined) return isTenantLogoutUrl(database, returnTo);
  return findClient(database, clientId)?.logoutUrls.includes(returnTo) ?? false;
}

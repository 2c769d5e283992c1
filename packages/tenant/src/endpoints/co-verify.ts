import { redeemHeldTicket } from "../authorization/held-ticket.js";
import { hasCsrfToken } from "../authorization/hosted-form.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { sendPage } from "../pages/send-page.js";
import { completeTransaction, findTransaction } from "../state/transactions.js";

/**
 * POST /co/verify: the verifier that the application's page gave, in place of the cookie set beside
 * the login ticket. A wrong one is no error: the reader signs in on the hosted page.
 */
export function coVerify(c: HttpContext): Response | Promise<Response> {
  const { tenant } = c.var;
  const transaction = findTransaction(tenant, c.req.query("state"));
  if (!transaction || !hasCsrfToken(c)) {
    return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  }
  const verifier = text(c.var.body.values, "verifier");
  const login = redeemHeldTicket(c, transaction, verifier);
  if (!login) return c.redirect(`/u/login?state=${transaction.id}`, 303);
  completeTransaction(tenant, transaction.id, login.session.sid);
  return c.redirect(`/authorize/resume?state=${transaction.id}`, 303);
}

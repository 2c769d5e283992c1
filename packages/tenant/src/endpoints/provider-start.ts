import { hasCsrfToken } from "../authorization/hosted-form.js";
import { providerAddress } from "../authorization/provider-request.js";
import { findSignInRequest } from "../authorization/sign-in-request.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { sendPage } from "../pages/send-page.js";

/** POST /u/connection: a provider's button on a hosted page leads to that provider. */
export function startProvider(c: HttpContext): Response | Promise<Response> {
  const request = findSignInRequest(c, c.req.query("state"));
  const name = text(c.var.body.values, "connection");
  const connection = request?.terms.providers.find((item) => item.name === name);
  if (!request || !connection) {
    return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  }
  const { transaction } = request;
  // The page gives a new form.
  if (!hasCsrfToken(c)) return c.redirect(`/u/login?state=${transaction.id}`, 303);
  const asked = { transactionId: transaction.id, connection, loginHint: transaction.username };
  return c.redirect(providerAddress(c, asked), 303);
}

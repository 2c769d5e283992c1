import { signIn } from "../authorization/find-login.js";
import { takeTicketCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { sendPage } from "../pages/send-page.js";
import { spendTicket } from "../state/tickets.js";
import { completeTransaction, findTransaction } from "../state/transactions.js";
import { findUser } from "../state/users.js";

/** POST /login/callback: the form of `/usernamepassword/login`, in the browser that got it. */
export function classicCallback(c: HttpContext): Response | Promise<Response> {
  const { tenant, body } = c.var;
  const spent = spendTicket(tenant, text(body.values, "wresult") ?? "");
  const transaction = findTransaction(tenant, readState(text(body.values, "wctx")));
  const user = spent && findUser(tenant.database, spent.userId);
  const isOwn =
    spent !== undefined &&
    !spent.expired &&
    spent.bindsTo(takeTicketCookie(c, spent.coId)) &&
    transaction?.parameters["client_id"] === spent.clientId;
  if (!user || !isOwn || !transaction) {
    return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  }
  const { session } = signIn(c, user, spent.connection);
  completeTransaction(tenant, transaction.id, session.sid);
  return c.redirect(`/authorize/resume?state=${transaction.id}`, 303);
}

function readState(context: string | undefined): string | undefined {
  try {
    const { state } = JSON.parse(context ?? "") as { state?: unknown };
    return typeof state === "string" ? state : undefined;
  } catch {
    // Not what this tenant sent: it names no transaction.
    return undefined;
  }
}

import type { HttpContext } from "../http/environment.js";
import { sendPage } from "../pages/send-page.js";
import { verificationPage } from "../pages/verification-page.js";
import { holdTicket, spendTicket, type SpentTicket } from "../state/tickets.js";
import { createTransaction, type Transaction } from "../state/transactions.js";
import { findUser } from "../state/users.js";
import { newSecret } from "../tokens/secret.js";
import type { AuthorizationRequest } from "./authorization-request.js";
import { signIn, type Login } from "./find-login.js";
import { giveCsrfToken } from "./hosted-form.js";

/**
 * Asks the application for the verifier of a ticket whose cookie did not come. The ticket itself is
 * spent; one of the same content waits in the transaction, where no browser sees it.
 */
export function askForVerifier(
  c: HttpContext,
  request: AuthorizationRequest,
  { spent, url }: { spent: SpentTicket; url: string },
): Promise<Response> {
  const { tenant } = c.var;
  const parameters = { ...request.parameters, login_ticket: holdTicket(tenant, spent) };
  const user = findUser(tenant.database, spent.userId);
  const { id } = createTransaction(tenant, parameters, user?.email ?? "");
  const nonce = newSecret(16);
  const page = verificationPage({
    state: id,
    csrf: giveCsrfToken(c),
    coId: spent.coId,
    url,
    tenantOrigin: tenant.url,
    nonce,
  });
  return sendPage(c, page, { nonce, frame: url });
}

/** Signs in by the ticket that waits in a transaction; undefined if the verifier is not its own. */
export function redeemHeldTicket(
  c: HttpContext,
  transaction: Transaction,
  verifier: string | undefined,
): (Login & { kind: "signed-in" }) | undefined {
  const { tenant } = c.var;
  const { login_ticket: ticket = "", client_id: clientId } = transaction.parameters;
  const spent = spendTicket(tenant, ticket);
  const user = spent && findUser(tenant.database, spent.userId);
  const isOwn =
    spent !== undefined && !spent.expired && spent.clientId === clientId && spent.bindsTo(verifier);
  return user && isOwn ? signIn(c, user, spent.connection) : undefined;
}

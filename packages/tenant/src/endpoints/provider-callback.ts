import { deliverResponse } from "../authorization/deliver-response.js";
import { signIn } from "../authorization/find-login.js";
import { findProviderRequest, type ProviderRequest } from "../authorization/provider-request.js";
import { readReturnAddress } from "../authorization/return-address.js";
import type { HttpContext } from "../http/environment.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { sendPage } from "../pages/send-page.js";
import { signInByProvider } from "../policy/sign-in-by-provider.js";
import { spendProviderCode } from "../state/provider-codes.js";
import { findProviderUser } from "../state/provider-users.js";
import { completeTransaction, removeTransaction } from "../state/transactions.js";

/** GET /login/callback: where a provider sends the browser back to, with a code or an error. */
export async function providerCallback(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const request = findProviderRequest(c);
  if (!request) return expired(c);
  const error = c.req.query("error");
  if (error) return refuse(c, request, error);
  const { transaction, connection } = request;
  const answer = spendProviderCode(tenant, c.req.query("code") ?? "");
  // A code is good only for the provider that gave it.
  if (answer?.connection !== connection.name) return expired(c);
  const account = findProviderUser(tenant.database, connection.name, answer.externalId);
  if (!account) return expired(c);
  const user = signInByProvider(tenant, connection, account);
  const { session } = signIn(c, user, connection.name);
  completeTransaction(tenant, transaction.id, session.sid);
  return c.redirect(`/authorize/resume?state=${transaction.id}`, 303);
}

function expired(c: HttpContext): Promise<Response> {
  return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
}

/** The application is told in words of this tenant: whatever stands in the address is not passed on. */
function refuse(
  c: HttpContext,
  { transaction, connection }: ProviderRequest,
  error: string,
): Response | Promise<Response> {
  const { tenant } = c.var;
  const known = readReturnAddress(tenant, transaction.parameters);
  if (known.status === "refused") return expired(c);
  removeTransaction(tenant, transaction.id);
  const members =
    error === "access_denied"
      ? { error: "access_denied", error_description: "The user denied access." }
      : { error: "invalid_request", error_description: `${connection.displayName} failed.` };
  return deliverResponse(c, known.address, members);
}

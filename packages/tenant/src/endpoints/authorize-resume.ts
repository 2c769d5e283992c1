import { readAuthorizationRequest } from "../authorization/authorization-request.js";
import { continueAuthorization } from "../authorization/continue-authorization.js";
import { deliverResponse } from "../authorization/deliver-response.js";
import { refuseRequest } from "../authorization/refuse-request.js";
import { readReturnAddress } from "../authorization/return-address.js";
import { readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { sendPage } from "../pages/send-page.js";
import { useSession } from "../state/sessions.js";
import { findTransaction, removeTransaction } from "../state/transactions.js";
import { findUser } from "../state/users.js";

/** GET /authorize/resume: answers the application once a hosted page has signed the reader in. */
export async function authorizeResume(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const transaction = findTransaction(tenant, c.req.query("state"));
  const secret = readSessionCookie(c);
  const session = secret ? useSession(tenant, secret) : undefined;
  const user = session && findUser(tenant.database, session.userId);
  if (!transaction || !session || !user || transaction.sid !== session.sid) {
    return sendPage(c, errorPage(expiredPage), { status: 400 });
  }
  const known = readReturnAddress(tenant, transaction.parameters);
  if (known.status === "refused") return refuseRequest(c, known);
  try {
    const request = readAuthorizationRequest(tenant, transaction.parameters, known);
    return await continueAuthorization(c, request, { session, user, transaction });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    removeTransaction(tenant, transaction.id);
    return deliverResponse(c, known.address, error.toJSON());
  }
}

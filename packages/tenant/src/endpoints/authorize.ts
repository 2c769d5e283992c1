import { readAuthorizationRequest } from "../authorization/authorization-request.js";
import { deliverResponse } from "../authorization/deliver-response.js";
import { findLogin } from "../authorization/find-login.js";
import { issueResponse } from "../authorization/issue-response.js";
import { refuseRequest } from "../authorization/refuse-request.js";
import { readReturnAddress } from "../authorization/return-address.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { createTransaction } from "../state/transactions.js";

/** GET /authorize (RFC 6749 section 3.1, with Auth0's `login_ticket` and `web_message`). */
export async function authorize(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const parameters = c.req.query();
  const known = readReturnAddress(tenant, parameters);
  if (known.status === "refused") return refuseRequest(c, known);
  try {
    const request = readAuthorizationRequest(tenant, parameters, known);
    const login = findLogin(c, request);
    if (login.kind === "needed") {
      const { id } = createTransaction(tenant, parameters, login.username);
      return c.redirect(`/u/${request.wantsSignup ? "signup" : "login"}?state=${id}`);
    }
    return deliverResponse(c, known.address, await issueResponse(c, request, login));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return deliverResponse(c, known.address, error.toJSON());
  }
}

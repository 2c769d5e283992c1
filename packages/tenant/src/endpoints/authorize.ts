import { readAuthorizationRequest } from "../authorization/authorization-request.js";
import { continueAuthorization } from "../authorization/continue-authorization.js";
import { deliverResponse } from "../authorization/deliver-response.js";
import { findLogin } from "../authorization/find-login.js";
import { askForVerifier } from "../authorization/held-ticket.js";
import { refuseRequest } from "../authorization/refuse-request.js";
import { readReturnAddress } from "../authorization/return-address.js";
import { holdToTerms, readSignInTerms } from "../authorization/sign-in-terms.js";
import { startSignIn } from "../authorization/start-sign-in.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";

/** GET /authorize (RFC 6749 section 3.1, with Auth0's `login_ticket` and `web_message`). */
export async function authorize(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const parameters = c.req.query();
  const known = readReturnAddress(tenant, parameters);
  if (known.status === "refused") return refuseRequest(c, known);
  try {
    const request = readAuthorizationRequest(tenant, parameters, known);
    // Before a ticket is spent: what cannot be asked for is refused whoever asks.
    const terms = readSignInTerms(tenant, known.client, parameters);
    const login = holdToTerms(tenant, request, { login: findLogin(c, request), terms });
    if (login.kind === "needed") {
      return startSignIn(c, request, { terms, username: login.username });
    }
    if (login.kind === "verification-due") return await askForVerifier(c, request, login);
    return await continueAuthorization(c, request, login);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return deliverResponse(c, known.address, error.toJSON());
  }
}

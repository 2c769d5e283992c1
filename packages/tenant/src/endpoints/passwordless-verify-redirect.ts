import { readAuthorizationRequest } from "../authorization/authorization-request.js";
import { continueAuthorization } from "../authorization/continue-authorization.js";
import { deliverResponse } from "../authorization/deliver-response.js";
import { signIn, type Login } from "../authorization/find-login.js";
import { refuseRequest } from "../authorization/refuse-request.js";
import { readReturnAddress } from "../authorization/return-address.js";
import { readSignInTerms } from "../authorization/sign-in-terms.js";
import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { authenticateOtp, type OtpRefusal } from "../policy/authenticate-otp.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { readPasswordlessTarget, requireMember } from "../policy/passwordless-target.js";
import type { Client } from "../state/clients.js";

/** GET /passwordless/verify_redirect: takes a code out of a link, signs in, goes on as `/authorize`. */
export async function passwordlessVerifyRedirect(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const parameters = authorizationParameters(c);
  const known = readReturnAddress(tenant, parameters);
  if (known.status === "refused") return refuseRequest(c, known);
  try {
    const request = readAuthorizationRequest(tenant, parameters, known);
    // Before the code is used up: what cannot be asked for is refused whoever asks.
    readSignInTerms(tenant, known.client, parameters);
    return await continueAuthorization(c, request, signInByCode(c, known.client));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return deliverResponse(c, known.address, error.toJSON());
  }
}

/**
 * Without the code and whose it is: neither is of any use from here on. Nor is a login ticket, which
 * only `/authorize` takes.
 */
function authorizationParameters(c: HttpContext): Record<string, string> {
  const own = ["verification_code", "email", "phone_number", "login_ticket"];
  return Object.fromEntries(Object.entries(c.req.query()).filter(([name]) => !own.includes(name)));
}

function signInByCode(c: HttpContext, client: Client): Login & { kind: "signed-in" } {
  const { tenant } = c.var;
  const query = c.req.query();
  const target = readPasswordlessTarget(tenant, query, client);
  const outcome = authenticateOtp(tenant, {
    ...target,
    code: requireMember(query, "verification_code"),
    clientId: client.clientId,
    address: clientAddress(c),
  });
  if (outcome.status === "authenticated") return signIn(c, outcome.user, target.connection.name);
  throw new OAuthError(403, "unauthorized", descriptionOf(outcome));
}

function descriptionOf(refusal: OtpRefusal): string {
  switch (refusal.status) {
    case "wrong-code":
      return refusal.description;
    case "blocked-user":
      return "user is blocked";
    default:
      return describeRefusal(refusal.status).description;
  }
}

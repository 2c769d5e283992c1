import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import type { BodyValues } from "../http/request-body.js";
import { authenticateOtp, type OtpLogin } from "../policy/authenticate-otp.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { requireRealm } from "../policy/require-realm.js";
import { refuseRobot } from "../policy/triggers.js";
import type { Client } from "../state/clients.js";
import { isPasswordless } from "../state/connections.js";
import type { User } from "../state/users.js";
import { invalidGrant, requireText } from "./grant.js";
import type { TokenResponse } from "./issue-tokens.js";
import { readAccess, signInByGrant } from "./sign-in-by-grant.js";

/** Auth0's `passwordless/otp`: a code in place of a password. No session is created. */
export async function exchangeOtp(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const access = readAccess(c, values);
  const connection = requireRealm(tenant, client, requireText(values, "realm"));
  const username = requireText(values, "username");
  const code = requireText(values, "otp");
  if (!isPasswordless(connection)) {
    throw new OAuthError(400, "invalid_request", "The realm does not sign in by a code.");
  }
  refuseRobot(tenant, username);
  const user = authenticate(c, { connection, username, code, clientId: client.clientId });
  return signInByGrant(c, { client, user, connection: connection.name, ...access });
}

function authenticate(c: HttpContext, login: Omit<OtpLogin, "address">): User {
  const outcome = authenticateOtp(c.var.tenant, { ...login, address: clientAddress(c) });
  switch (outcome.status) {
    case "authenticated":
      return outcome.user;
    case "wrong-code":
      throw invalidGrant(outcome.description);
    case "blocked-user":
      throw new OAuthError(401, "unauthorized", "user is blocked");
    default: {
      const { status, error, description } = describeRefusal(outcome.status);
      throw new OAuthError(status, error, description);
    }
  }
}

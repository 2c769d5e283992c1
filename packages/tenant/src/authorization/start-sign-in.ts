import type { TenantContext } from "../context.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { findIdentityByLogin } from "../state/identities.js";
import { createTransaction } from "../state/transactions.js";
import type { AuthorizationRequest } from "./authorization-request.js";
import { loginPath } from "./login-path.js";
import { providerAddress } from "./provider-request.js";
import type { SignInTerms } from "./sign-in-terms.js";

/** Lets the request wait, and sends its reader to a page of the tenant or straight to a provider. */
export function startSignIn(
  c: HttpContext,
  request: AuthorizationRequest,
  { terms, username }: { terms: SignInTerms; username: string },
): Response {
  const { tenant } = c.var;
  const { database, provider, providers, invitation } = terms;
  if (!database && providers.length === 0) {
    throw new OAuthError(400, "invalid_request", "no connections enabled for the client");
  }
  const loginHint = invitation?.email ?? username;
  const { id } = createTransaction(tenant, request.parameters, loginHint);
  if (provider) {
    return c.redirect(providerAddress(c, { transactionId: id, connection: provider, loginHint }));
  }
  const wantsSignup = beginsWithSignup(tenant, request, terms);
  // Every page but this one is about passwords.
  const path = database ? loginPath(tenant, { ...request, wantsSignup }) : "/u/login";
  return c.redirect(`${path}?state=${id}`);
}

/** Somebody who is invited signs up, unless they have an account. */
function beginsWithSignup(
  tenant: TenantContext,
  { wantsSignup }: AuthorizationRequest,
  { database, invitation }: SignInTerms,
): boolean {
  if (!database?.signup) return false;
  if (!invitation) return wantsSignup;
  return !findIdentityByLogin(tenant.database, database.name, invitation.email);
}

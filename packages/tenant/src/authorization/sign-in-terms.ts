import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { requireInvitation, requireOrganization } from "../policy/resolve-organization.js";
import { listSignInChoices, type SignInChoices } from "../policy/sign-in-choices.js";
import { mayUseConnection, type Client } from "../state/clients.js";
import { findConnection, isProvider } from "../state/connections.js";
import { admitsConnection, type Invitation, type Organization } from "../state/organizations.js";
import type { AuthorizationRequest } from "./authorization-request.js";
import { isSilent, type Login } from "./find-login.js";
import type { AuthorizationParameters } from "./return-address.js";

/** What a request says about who may sign in for it, and how. */
export interface SignInTerms extends SignInChoices {
  readonly organization: Organization | undefined;
  /** Open, and to this organization. */
  readonly invitation: Invitation | undefined;
}

/** Throws an OAuthError for a connection, organization or invitation that cannot be used. */
export function readSignInTerms(
  tenant: TenantContext,
  client: Client,
  parameters: AuthorizationParameters,
): SignInTerms {
  const { organization: wanted, invitation: ticket, connection } = parameters;
  const organization = wanted ? requireOrganization(tenant, client, wanted) : undefined;
  if (ticket && !organization) {
    throw new OAuthError(400, "invalid_request", "parameter organization is required");
  }
  return {
    ...listSignInChoices(tenant, { client, organization, wanted: connection }),
    organization,
    invitation:
      organization && ticket
        ? requireInvitation(tenant, { client, organization }, ticket)
        : undefined,
  };
}

/** A session that does not meet the terms is as good as none. Throws where no page may be shown. */
export function holdToTerms(
  tenant: TenantContext,
  request: AuthorizationRequest,
  { login, terms }: { login: Login; terms: SignInTerms },
): Login {
  // Who has just signed in by ticket is judged by the decision about this login.
  if (login.kind !== "signed-in" || request.loginTicket !== undefined) return login;
  if (meets(login, request.client, terms) && !hasOnlyDevelopmentKeys(tenant, request, login)) {
    return login;
  }
  if (isSilent(request)) throw new OAuthError(403, "login_required", "Login required");
  return { kind: "needed", username: request.loginHint };
}

type SignedIn = Login & { readonly kind: "signed-in" };

function meets({ session, user }: SignedIn, client: Client, terms: SignInTerms): boolean {
  const { provider, organization, invitation } = terms;
  const { connection } = session;
  if (!mayUseConnection(client, connection)) return false;
  if (provider && provider.name !== connection) return false;
  if (organization && !admitsConnection(organization, connection)) return false;
  return !invitation || invitation.email === user.email;
}

/** Auth0 keeps no session that a silent request could use while a provider is set up with its keys. */
function hasOnlyDevelopmentKeys(
  tenant: TenantContext,
  request: AuthorizationRequest,
  { session }: SignedIn,
): boolean {
  if (!isSilent(request)) return false;
  const connection = findConnection(tenant.database, session.connection);
  return connection !== undefined && isProvider(connection) && connection.developmentKeys;
}

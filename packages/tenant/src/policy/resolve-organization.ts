import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import type { Client } from "../state/clients.js";
import {
  admitsConnection,
  findInvitation,
  findOrganization,
  isMember,
  listOrganizationsOf,
  type Invitation,
  type Organization,
} from "../state/organizations.js";
import type { User } from "../state/users.js";

export type ResolvedOrganization =
  | { readonly kind: "resolved"; readonly organization: { id: string; name: string } | null }
  /** The reader has to say which one. */
  | { readonly kind: "choice-due" };

export interface OrganizationLogin {
  readonly client: Client;
  readonly user: User;
  readonly connection: string;
  /** Id or name. */
  readonly organization: string | undefined;
  /** The ticket of an invitation to that organization. */
  readonly invitation?: string | undefined;
}

/** Finds the organization that somebody signs in to; throws if it is not theirs to enter. */
export function resolveOrganization(
  tenant: TenantContext,
  login: OrganizationLogin,
): ResolvedOrganization {
  const { client, organization: wanted } = login;
  if (!wanted) {
    if (client.organizationUsage !== "require") return { kind: "resolved", organization: null };
    if (listOpenOrganizations(tenant, login).length > 0) return { kind: "choice-due" };
    throw accessDenied(
      "client requires organization membership, but user does not belong to any organization",
    );
  }
  const organization = requireOrganization(tenant, client, wanted);
  checkMembership(tenant, login, organization);
  if (!admitsConnection(organization, login.connection)) {
    throw accessDenied(`the connection ${login.connection} is not enabled for the organization`);
  }
  return { kind: "resolved", organization: { id: organization.id, name: organization.name } };
}

/** The organizations that somebody who signed in by this connection may enter. */
export function listOpenOrganizations(
  tenant: TenantContext,
  { user, connection }: Pick<OrganizationLogin, "user" | "connection">,
): Organization[] {
  return listOrganizationsOf(tenant.database, user.userId).filter((organization) =>
    admitsConnection(organization, connection),
  );
}

/** The organization a request names, for a client that may have one. */
export function requireOrganization(
  tenant: TenantContext,
  client: Client,
  wanted: string,
): Organization {
  if (client.organizationUsage === "deny") {
    throw invalid("parameter organization is not allowed for this client");
  }
  const organization = findOrganization(tenant.database, wanted);
  if (!organization) throw invalid(`parameter organization is invalid: ${wanted}`);
  return organization;
}

/** The invitation a request names; throws unless it is open, for this client and organization. */
export function requireInvitation(
  tenant: TenantContext,
  { client, organization }: { client: Client; organization: Organization },
  ticket: string,
): Invitation {
  const invitation = findInvitation(tenant, ticket);
  const isMeant =
    invitation?.clientId === client.clientId && invitation.organization.id === organization.id;
  if (!isMeant) throw invitationNotFound();
  return invitation;
}

export function invitationNotFound(): OAuthError {
  return invalid("invitation not found or already used");
}

/** An invitation counts as membership, for the address that it was sent to. */
function checkMembership(
  tenant: TenantContext,
  { client, user, invitation: ticket }: OrganizationLogin,
  organization: Organization,
): void {
  if (ticket) {
    const { email } = requireInvitation(tenant, { client, organization }, ticket);
    if (email === user.email) return;
    throw accessDenied("the specified account is not allowed to accept the current invitation");
  }
  if (isMember(tenant.database, organization.id, user.userId)) return;
  throw accessDenied(`user ${user.userId} is not part of the ${organization.id} organization`);
}

function invalid(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}

function accessDenied(description: string): OAuthError {
  return new OAuthError(403, "access_denied", description);
}

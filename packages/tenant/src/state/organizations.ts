import type { TenantContext } from "../context.js";
import { digestOf, newSecret } from "../tokens/secret.js";
import type { Database } from "./database.js";
import { normalizeLogin } from "./identities.js";

/** A business customer of the application, with members of its own. */
export interface Organization {
  /** `org_…`. */
  readonly id: string;
  /** Lower case. */
  readonly name: string;
  readonly displayName: string;
  /** Names of the connections its members sign in by; null: all. */
  readonly connections: readonly string[] | null;
}

/** An invitation that is open: neither used nor too old. */
export interface Invitation {
  readonly organization: Organization;
  readonly clientId: string;
  readonly email: string;
  readonly inviter: string;
}

interface OrganizationRow {
  id: string;
  name: string;
  settings: string;
}

interface InvitationRow {
  client_id: string;
  email: string;
  inviter: string;
  organization_id: string;
}

/** By id (`org_…`) or by name, in any case. */
export function findOrganization(
  database: Database,
  idOrName: string | undefined,
): Organization | undefined {
  if (!idOrName) return undefined;
  const row = database.one<OrganizationRow>(
    "SELECT * FROM organizations WHERE id = ? OR name = ?",
    idOrName,
    normalizeLogin(idOrName),
  );
  return row && organizationOf(row);
}

/** The organizations a user belongs to, by name. */
export function listOrganizationsOf(database: Database, userId: string): Organization[] {
  return database
    .all<OrganizationRow>(
      `SELECT organizations.* FROM organizations
         JOIN organization_members ON organization_id = organizations.id
       WHERE user_id = ? ORDER BY name`,
      userId,
    )
    .map(organizationOf);
}

export function isMember(database: Database, organizationId: string, userId: string): boolean {
  const row = database.one(
    "SELECT 1 FROM organization_members WHERE organization_id = ? AND user_id = ?",
    organizationId,
    userId,
  );
  return row !== undefined;
}

export function addMember(database: Database, organizationId: string, userId: string): void {
  database.run(
    "INSERT OR IGNORE INTO organization_members (organization_id, user_id) VALUES (?, ?)",
    organizationId,
    userId,
  );
}

/** Whether its members may sign in by this connection. */
export function admitsConnection({ connections }: Organization, connection: string): boolean {
  return connections?.includes(connection) ?? true;
}

/** Creates the organization or updates it. */
export function saveOrganization(database: Database, organization: Organization): void {
  const { id, name, ...settings } = organization;
  database.run(
    `INSERT INTO organizations (id, name, settings) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, settings = excluded.settings`,
    id,
    normalizeLogin(name),
    settings,
  );
}

/** Returns the secret of the invitation's link. */
export function createInvitation(
  tenant: TenantContext,
  invitation: { organizationId: string; clientId: string; email: string; inviter: string },
): string {
  const ticket = newSecret();
  tenant.database.run(
    `INSERT INTO invitations (digest, client_id, email, inviter, organization_id, expires_at, used)
     VALUES (?, ?, ?, ?, ?, ?, 0)`,
    digestOf(ticket),
    invitation.clientId,
    normalizeLogin(invitation.email),
    invitation.inviter,
    invitation.organizationId,
    tenant.clock.now() + tenant.settings.lifetimes.invitation * 1000,
  );
  return ticket;
}

export function findInvitation(
  tenant: TenantContext,
  ticket: string | undefined,
): Invitation | undefined {
  const row = tenant.database.one<InvitationRow>(
    "SELECT * FROM invitations WHERE digest = ? AND used = 0 AND expires_at > ?",
    digestOf(ticket ?? ""),
    tenant.clock.now(),
  );
  const organization = row && findOrganization(tenant.database, row.organization_id);
  if (!row || !organization) return undefined;
  return { organization, clientId: row.client_id, email: row.email, inviter: row.inviter };
}

/** False if it was used in the meantime. */
export function spendInvitation(tenant: TenantContext, ticket: string): boolean {
  return (
    tenant.database.run(
      "UPDATE invitations SET used = 1 WHERE digest = ? AND used = 0",
      digestOf(ticket),
    ) === 1
  );
}

function organizationOf(row: OrganizationRow): Organization {
  const settings = JSON.parse(row.settings) as Pick<Organization, "displayName" | "connections">;
  return { ...settings, id: row.id, name: row.name };
}

import { createHash } from "node:crypto";
import type { TenantContext } from "../context.js";
import {
  addMember,
  createInvitation,
  findOrganization,
  saveOrganization,
} from "../state/organizations.js";
import { sendMessage } from "../state/messages.js";
import { findUsersByEmail } from "../state/users.js";
import type { SeedOrganization } from "./seed.js";

/** Members are added, never removed; invitations are sent when the organization is new. */
export function applyOrganizations(
  tenant: TenantContext,
  organizations: readonly SeedOrganization[],
): void {
  for (const organization of organizations) {
    tenant.database.transaction(() => applyOrganization(tenant, organization));
  }
}

function applyOrganization(tenant: TenantContext, organization: SeedOrganization): void {
  const { database } = tenant;
  const { name, displayName = name, connections, members = [], invitations = [] } = organization;
  const known = findOrganization(database, name);
  const id = organization.id ?? known?.id ?? idOf(name);
  saveOrganization(database, { id, name, displayName, connections: connections ?? null });
  for (const user of members.flatMap((email) => findUsersByEmail(database, email))) {
    addMember(database, id, user.userId);
  }
  if (known) return;
  for (const { email, clientId, inviter = displayName } of invitations) {
    const invitation = { organizationId: id, clientId, email, inviter };
    const ticket = createInvitation(tenant, invitation);
    sendMessage(tenant, {
      kind: "invite",
      to: email,
      subject: `${inviter} invites you to ${displayName}`,
      url: `${tenant.url}/u/invitation?ticket=${ticket}`,
      clientId,
    });
  }
}

/** The same for the same name, so that a seed gives the same ids each time. */
function idOf(name: string): string {
  return `org_${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
}

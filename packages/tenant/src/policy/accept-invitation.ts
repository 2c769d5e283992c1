import type { TenantContext } from "../context.js";
import { addMember, findInvitation, spendInvitation } from "../state/organizations.js";
import { updateUser, type User } from "../state/users.js";
import { invitationNotFound } from "./resolve-organization.js";

/**
 * Makes somebody a member by an invitation that was judged before. Its link went to their address,
 * so the address is verified from now on. Returns the user as it is then; throws if the invitation
 * was used in the meantime.
 */
export function acceptInvitation(tenant: TenantContext, user: User, ticket: string): User {
  const { database, clock } = tenant;
  return database.transaction(() => {
    const invitation = findInvitation(tenant, ticket);
    if (!invitation || !spendInvitation(tenant, ticket)) throw invitationNotFound();
    addMember(database, invitation.organization.id, user.userId);
    return updateUser(database, user.userId, { emailVerified: true }, clock.now()) ?? user;
  });
}

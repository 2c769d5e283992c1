import type { TenantContext } from "../context.js";
import { ManagementError } from "../http/management-error.js";
import { listIdentities, moveIdentity, type Identity } from "../state/identities.js";
import { addUser, findUser, removeUser, type Profile, type User } from "../state/users.js";

/** What an identity remembers of the user it was, so that it can be one again. */
interface ProfileData extends Profile {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly phone_number?: string;
  readonly phone_verified?: boolean;
  readonly username?: string;
}

/**
 * Makes the second user's identities part of the first one. The second user, its metadata, its
 * sessions and its refresh tokens are gone.
 */
export function linkAccounts(tenant: TenantContext, primaryId: string, secondaryId: string): void {
  const { database, clock } = tenant;
  if (primaryId === secondaryId) throw sameIdentity();
  database.transaction(() => {
    const primary = findUser(database, primaryId);
    const secondary = findUser(database, secondaryId);
    if (!primary || !secondary) throw inexistentUser();
    // Its identities would sign in again, as somebody who is not blocked.
    if (secondary.blocked) throw new ManagementError(403, "user is blocked", "blocked_user");
    listIdentities(database, secondaryId).forEach((identity, index) => {
      const profile = index === 0 ? profileOf(secondary) : identity.profile;
      moveIdentity(database, identity, primaryId, profile);
    });
    removeUser(database, secondaryId);
    database.run("UPDATE users SET updated_at = ? WHERE user_id = ?", clock.now(), primaryId);
  });
}

/** Makes an identity a user of its own again. The main identity stays. */
export function unlinkAccount(
  tenant: TenantContext,
  userId: string,
  { provider, externalId }: Pick<Identity, "provider" | "externalId">,
): void {
  const { database, clock } = tenant;
  database.transaction(() => {
    const [main, ...linked] = listIdentities(database, userId);
    if (main?.provider === provider && main.externalId === externalId) {
      throw new ManagementError(400, "The main identity cannot be unlinked.", "invalid_uri");
    }
    const identity = linked.find(
      (item) => item.provider === provider && item.externalId === externalId,
    );
    if (!identity) {
      throw new ManagementError(404, "The identity does not exist.", "inexistent_identity");
    }
    const restored = addUser(database, userOf(identity), identity, clock.now());
    moveIdentity(database, identity, restored.userId, identity.profile);
    database.run("UPDATE users SET updated_at = ? WHERE user_id = ?", clock.now(), userId);
  });
}

export function inexistentUser(): ManagementError {
  return new ManagementError(404, "The user does not exist.", "inexistent_user");
}

function sameIdentity(): ManagementError {
  return new ManagementError(400, "Main identity and the new one are the same", "invalid_body");
}

function profileOf(user: User): Record<string, unknown> {
  const data: ProfileData = {
    ...user.profile,
    ...(user.email !== null && { email: user.email, email_verified: user.emailVerified }),
    ...(user.phoneNumber !== null && {
      phone_number: user.phoneNumber,
      phone_verified: user.phoneVerified,
    }),
    ...(user.username !== null && { username: user.username }),
  };
  return { ...data };
}

function userOf(identity: Identity) {
  const {
    email = null,
    email_verified: emailVerified = false,
    phone_number: phoneNumber = null,
    phone_verified: phoneVerified = false,
    username = null,
    ...profile
  } = identity.profile as ProfileData;
  return { email, emailVerified, phoneNumber, phoneVerified, username, profile };
}

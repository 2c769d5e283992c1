import type { LoginFacts } from "../state/login-facts.js";
import type { User } from "../state/users.js";

/** The OpenID Connect claims of a user that the granted scopes open (OpenID Connect Core 5.4). */
export function userClaims(user: User, scope: string): Record<string, unknown> {
  const scopes = scope.split(" ");
  return {
    ...(scopes.includes("profile") && profileClaims(user)),
    ...(scopes.includes("email") &&
      user.email !== null && { email: user.email, email_verified: user.emailVerified }),
    ...(scopes.includes("phone") &&
      user.phoneNumber !== null && {
        phone_number: user.phoneNumber,
        phone_number_verified: user.phoneVerified,
      }),
  };
}

function profileClaims(user: User): Record<string, unknown> {
  const address = user.email ?? user.phoneNumber ?? user.userId;
  const [localPart = address] = address.split("@");
  return {
    name: address,
    nickname: localPart,
    ...user.profile,
    ...(user.username !== null && { username: user.username }),
    updated_at: new Date(user.updatedAt).toISOString(),
  };
}

/** `org_id` and `org_name` of a login to an organization. */
export function organizationClaims({ organization }: LoginFacts): Record<string, string> {
  return organization ? { org_id: organization.id, org_name: organization.name } : {};
}

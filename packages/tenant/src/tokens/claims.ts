import type { User } from "../state/users.js";

/** The OpenID Connect claims of a user that the granted scopes open (OpenID Connect Core 5.4). */
export function userClaims(user: User, scope: string): Record<string, unknown> {
  const scopes = scope.split(" ");
  return {
    ...(scopes.includes("profile") && profileClaims(user)),
    ...(scopes.includes("email") && { email: user.email, email_verified: user.emailVerified }),
  };
}

function profileClaims(user: User): Record<string, unknown> {
  const [localPart = user.email] = user.email.split("@");
  return {
    name: user.email,
    nickname: localPart,
    ...user.profile,
    ...(user.username !== null && { username: user.username }),
    updated_at: new Date(user.updatedAt).toISOString(),
  };
}

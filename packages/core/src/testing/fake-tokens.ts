import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { EngineConfig } from "../engine/engine.js";
import type { User } from "../identity/user.js";
import type { AskedFor } from "../session/asked-for.js";

/** Seconds. */
const lifetime = 7200;

/** Tokens that stand for a user, as an engine hands them out: already verified, and good for nothing elsewhere. */
export function fakeTokens(
  { tenant, verification }: EngineConfig,
  user: User,
  asked: AskedFor,
): VerifiedTokens {
  const now = Math.floor(Date.now() / 1000);
  return {
    accessToken: "fake-access-token",
    idToken: "fake-id-token",
    expiresIn: lifetime,
    scope: asked.scope,
    ...(asked.scope.split(" ").includes("offline_access") && {
      refreshToken: "fake-refresh-token",
    }),
    claims: {
      ...user,
      iss: verification.issuer,
      aud: tenant.clientId,
      iat: now,
      exp: now + lifetime,
      auth_time: now,
      ...organizationClaims(asked.organization),
    },
  };
}

function organizationClaims(organization: string | undefined): object {
  if (!organization) return {};
  if (organization.startsWith("org_")) return { org_id: organization };
  return { org_id: `org_${organization}`, org_name: organization };
}

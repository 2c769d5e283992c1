import { createHash } from "node:crypto";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { resolveAudience } from "../policy/resolve-access.js";
import type { Client } from "../state/clients.js";
import { presentCode, type CodeGrant } from "../state/codes.js";
import { revokeFamiliesOfCode, startRefreshFamily } from "../state/refresh-tokens.js";
import { findUser } from "../state/users.js";
import { invalidGrant, requireText } from "./grant.js";
import { issueTokens, wantsRefreshToken, type TokenResponse } from "./issue-tokens.js";

/** `authorization_code` with PKCE (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
export async function exchangeCode(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const code = requireText(values, "code");
  const presented = presentCode(tenant, code, client.clientId);
  if (presented.status === "used") revokeFamiliesOfCode(tenant, code);
  if (presented.status !== "fresh") throw invalidGrant("Invalid authorization code");
  const { grant } = presented;
  checkRedirectUri(grant, text(values, "redirect_uri"));
  checkVerifier(client, grant, text(values, "code_verifier"));
  const user = findUser(tenant.database, grant.userId);
  if (!user) throw invalidGrant("Invalid authorization code");
  if (user.blocked) throw new OAuthError(401, "unauthorized", "user is blocked");
  return issueTokens(c, {
    ...grant,
    client,
    user,
    api: resolveAudience(tenant, grant.audience ?? undefined),
    refreshToken: wantsRefreshToken(client, grant.scope)
      ? startRefreshFamily(tenant, grant, code)
      : null,
  });
}

function checkRedirectUri(grant: CodeGrant, redirectUri: string | undefined): void {
  if (redirectUri === grant.redirectUri) return;
  throw invalidGrant(
    "The redirect URI is wrong. You sent " +
      `${redirectUri ?? "none"}, and we expected ${grant.redirectUri}`,
  );
}

function checkVerifier(client: Client, grant: CodeGrant, verifier: string | undefined): void {
  if (grant.codeChallenge === null) {
    // A code without a challenge is for clients that prove themselves with a secret.
    if (client.tokenEndpointAuthMethod !== "none" && verifier === undefined) return;
    throw invalidGrant("Failed to verify code verifier");
  }
  const wellFormed = verifier !== undefined && /^[A-Za-z0-9\-._~]{43,128}$/.test(verifier);
  const challenge = createHash("sha256")
    .update(verifier ?? "")
    .digest("base64url");
  if (!wellFormed || challenge !== grant.codeChallenge) {
    throw invalidGrant("Failed to verify code verifier");
  }
}

import { compactVerify } from "jose";
import type { TenantContext } from "../context.js";
import { publicKeyOf } from "./public-key-of.js";

/** What an ID token of this tenant says about the login it came from. */
export interface IdTokenHint {
  readonly clientId: string;
  readonly userId: string;
  readonly sid: string | undefined;
}

/**
 * Reads an `id_token_hint` (OpenID Connect RP-Initiated Logout 1.0 section 2). Signature and issuer
 * have to be right; an expired token still tells who it was about.
 */
export async function readIdTokenHint(
  tenant: TenantContext,
  token: string,
): Promise<IdTokenHint | undefined> {
  const claims = await readSignedClaims(tenant, token);
  if (claims?.["iss"] !== tenant.issuer) return undefined;
  const { aud, sub, sid, scope } = claims;
  // An access token for an API that is named like a client is no ID token.
  const isIdToken = typeof aud === "string" && typeof sub === "string" && scope === undefined;
  if (!isIdToken) return undefined;
  return { clientId: aud, userId: sub, sid: typeof sid === "string" ? sid : undefined };
}

async function readSignedClaims(
  tenant: TenantContext,
  token: string,
): Promise<Record<string, unknown> | undefined> {
  try {
    const { payload } = await compactVerify(token, ({ kid }) => publicKeyOf(tenant, kid), {
      algorithms: ["RS256"],
    });
    return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
  } catch {
    // Whatever is wrong with it, it is no hint.
    return undefined;
  }
}

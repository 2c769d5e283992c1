import { jwtVerify } from "jose";
import type { TenantContext } from "../context.js";
import { publicKeyOf } from "./public-key-of.js";

/** What a valid ID token says. */
export interface IdTokenFacts {
  readonly subject: string;
  readonly clientId: string;
}

/**
 * Reads an ID token of this tenant; undefined unless it is good for `clientId`, or for whichever
 * client it was issued to where that is left out.
 */
export async function readIdToken(
  tenant: TenantContext,
  token: string,
  clientId?: string,
): Promise<IdTokenFacts | undefined> {
  try {
    const { payload } = await jwtVerify(token, (header) => publicKeyOf(tenant, header.kid), {
      issuer: tenant.issuer,
      ...(clientId !== undefined && { audience: clientId }),
      algorithms: ["RS256"],
      requiredClaims: ["sub", "iat", "exp"],
      currentDate: new Date(tenant.clock.now()),
    });
    // An access token for an API of that name is no proof of a sign-in.
    const { sub, aud, scope } = payload;
    const isIdToken = typeof aud === "string" && scope === undefined;
    return isIdToken && sub !== undefined ? { subject: sub, clientId: aud } : undefined;
  } catch {
    // Whatever is wrong with it, it proves nothing.
    return undefined;
  }
}

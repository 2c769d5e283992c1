import { jwtVerify } from "jose";
import type { TenantContext } from "../context.js";
import { publicKeyOf } from "./public-key-of.js";

/** Whom a valid ID token of this tenant is about; undefined unless it was issued to `clientId`. */
export async function readIdToken(
  tenant: TenantContext,
  token: string,
  clientId: string,
): Promise<{ subject: string } | undefined> {
  try {
    const { payload } = await jwtVerify(token, (header) => publicKeyOf(tenant, header.kid), {
      issuer: tenant.issuer,
      audience: clientId,
      algorithms: ["RS256"],
      requiredClaims: ["sub", "iat", "exp"],
      currentDate: new Date(tenant.clock.now()),
    });
    // An access token for an API of that name is no proof of a sign-in.
    const isIdToken = payload.aud === clientId && payload["scope"] === undefined;
    return isIdToken && payload.sub !== undefined ? { subject: payload.sub } : undefined;
  } catch {
    // Whatever is wrong with it, it proves nothing.
    return undefined;
  }
}

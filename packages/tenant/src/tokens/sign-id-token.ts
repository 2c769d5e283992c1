import { CompactSign } from "jose";
import type { TenantContext } from "../context.js";
import type { TokenFault } from "../faults/token-defects.js";
import { changesOf } from "./defect-changes.js";
import { signChangedToken } from "./sign-changed-token.js";
import type { IdTokenClaims } from "./token-claims.js";

/** Signs with the current key; with a fault the token is wrong in exactly what that says. */
export async function signIdToken(
  tenant: TenantContext,
  claims: IdTokenClaims,
  fault: TokenFault | null,
): Promise<string> {
  const key = await tenant.keys.current();
  if (fault !== null) {
    const changes = typeof fault === "string" ? changesOf(fault, claims) : fault;
    return signChangedToken(claims, key, changes);
  }
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid })
    .sign(key.privateKey);
}

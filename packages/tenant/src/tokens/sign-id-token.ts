import { SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import type { TenantContext } from "../context.js";
import type { TokenDefect } from "../faults/fault-rule.js";
import { newSecret } from "./secret.js";
import { createForeignKey } from "./signing-keys.js";

/** Signs with the current key; with a defect the token is wrong in exactly that one respect. */
export async function signIdToken(
  tenant: TenantContext,
  claims: JWTPayload,
  defect: TokenDefect | null,
): Promise<string> {
  const { kid, privateKey, publicPem } = tenant.keys.current();
  const payload = defect === null ? claims : spoilClaims(claims, defect);
  switch (defect) {
    case "alg-none":
      return new UnsecuredJWT(payload).encode();
    case "hs256":
      return sign(payload, kid, new TextEncoder().encode(publicPem), "HS256");
    case "wrong-key":
      return sign(payload, kid, await createForeignKey());
    case "unknown-kid":
      return sign(payload, newSecret(15), privateKey);
    default:
      return sign(payload, kid, privateKey);
  }
}

function sign(
  payload: JWTPayload,
  kid: string,
  key: Parameters<SignJWT["sign"]>[0],
  alg = "RS256",
): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg, typ: "JWT", kid }).sign(key);
}

const hour = 3600;

function spoilClaims(claims: JWTPayload, defect: TokenDefect): JWTPayload {
  const { iat = 0, exp = 0 } = claims;
  switch (defect) {
    case "wrong-issuer":
      return { ...claims, iss: "https://another-tenant.example/" };
    case "wrong-audience":
      return { ...claims, aud: "another-client" };
    case "wrong-nonce":
      return { ...claims, nonce: newSecret(16) };
    case "missing-nonce":
      return without(claims, "nonce");
    case "expired":
      return { ...claims, iat: iat - 2 * hour, exp: iat - hour };
    case "future-iat":
      return { ...claims, iat: iat + hour, exp: exp + hour };
    case "missing-sub":
      return without(claims, "sub");
    case "wrong-at-hash":
      return { ...claims, at_hash: newSecret(16) };
    case "missing-at-hash":
      return without(claims, "at_hash");
    case "alg-none":
    case "hs256":
    case "unknown-kid":
    case "wrong-key":
      return claims;
    default:
      return defect satisfies never;
  }
}

function without(claims: JWTPayload, name: string): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
}

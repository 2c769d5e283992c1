import { importJWK } from "jose/key/import";
import type { JsonObject } from "../transport/request.js";
import type { SigningKey } from "./jwks.js";

/** Only RSA keys for RS256 signatures of at least 2048 bits are of use. */
export async function importKey(jwk: unknown): Promise<SigningKey | undefined> {
  if (typeof jwk !== "object" || jwk === null) return undefined;
  const { kty, use, alg, kid, n, e } = jwk as JsonObject;
  const fits = kty === "RSA" && (use ?? "sig") === "sig" && (alg ?? "RS256") === "RS256";
  if (!fits || typeof n !== "string" || typeof e !== "string") return undefined;
  try {
    const key = await importJWK({ kty, n, e }, "RS256");
    if (key instanceof Uint8Array || modulusLength(key) < 2048) return undefined;
    return { key, ...(typeof kid === "string" && { kid }) };
  } catch {
    // An unusable key is as good as none.
    return undefined;
  }
}

function modulusLength(key: CryptoKey): number {
  return (key.algorithm as RsaHashedKeyAlgorithm).modulusLength;
}

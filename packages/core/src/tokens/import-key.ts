import type { JsonObject } from "../transport/request.js";
import type { SigningKey } from "./jwks.js";

const scheme = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** Only RSA keys for RS256 signatures of at least 2048 bits are of use. */
export async function importKey(jwk: unknown): Promise<SigningKey | undefined> {
  if (typeof jwk !== "object" || jwk === null) return undefined;
  const { kty, use, alg, kid, n, e } = jwk as JsonObject;
  const fits = kty === "RSA" && (use ?? "sig") === "sig" && (alg ?? "RS256") === "RS256";
  if (!fits || typeof n !== "string" || typeof e !== "string") return undefined;
  try {
    // What it is made of and no more: neither its own word on its uses, nor members of a private key.
    const key = await crypto.subtle.importKey("jwk", { kty: "RSA", n, e }, scheme, false, [
      "verify",
    ]);
    if (modulusLength(key) < 2048) return undefined;
    return { key, ...(typeof kid === "string" && { kid }) };
  } catch {
    // An unusable key is as good as none.
    return undefined;
  }
}

function modulusLength(key: CryptoKey): number {
  return (key.algorithm as RsaHashedKeyAlgorithm).modulusLength;
}

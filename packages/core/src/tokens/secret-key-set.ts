import type { KeySet } from "./jwks.js";

/**
 * The one key of HS256 tokens: the secret that a confidential client shares with the tenant (RFC 7518 section 3.2).
 * Whoever has it can sign tokens as well as verify them, so it stays on servers.
 */
export function createSecretKeySet(secret: string): KeySet {
  let key: Promise<CryptoKey> | undefined;
  const find = () => (key ??= importSecret(secret));
  return {
    algorithm: "HS256",
    find,
    preload() {
      find().catch(() => {});
    },
  };
}

function importSecret(secret: string): Promise<CryptoKey> {
  const scheme = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), scheme, false, [
    "verify",
  ]);
}

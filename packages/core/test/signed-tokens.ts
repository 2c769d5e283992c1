import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { importKey } from "../src/tokens/import-key.js";
import type { KeySet } from "../src/tokens/jwks.js";

/** A pair of RSA keys, made of Node's own cryptography: no part of what is tested. */
export function makeKey(): KeyObject {
  return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
}

/** The public half as it stands in a tenant's key set. */
export function publicJwk(key: KeyObject, kid: string): Record<string, unknown> {
  return { ...createPublicKey(key).export({ format: "jwk" }), kid, use: "sig", alg: "RS256" };
}

/** A token whose parts are these texts, signed with RS256 whatever its header says. */
export function signedToken(key: KeyObject, header: string, payload: string): string {
  const content = [header, payload]
    .map((text) => Buffer.from(text).toString("base64url"))
    .join(".");
  return `${content}.${sign("sha256", Buffer.from(content), key).toString("base64url")}`;
}

/** A key set that has this one key. */
export async function keySetOf(key: KeyObject, kid: string): Promise<KeySet> {
  const known = await importKey(publicJwk(key, kid));
  return {
    algorithm: "RS256",
    find: async (asked) => (asked === kid ? known?.key : undefined),
    preload: () => {},
  };
}

import { generateKeyPair, type JsonWebKey } from "node:crypto";
import { promisify } from "node:util";

let prepared: Promise<JsonWebKey> | undefined;

/**
 * Starts on the next key before it is asked for. Finding one takes longer than all the rest of a
 * start, and goes on beside it.
 */
export function preparePrivateKey(): void {
  prepared = generate();
  // Told to whoever takes it.
  prepared.catch(() => {});
}

/** A new RSA key of 2048 bits. */
export function newPrivateKey(): Promise<JsonWebKey> {
  const key = prepared ?? generate();
  prepared = undefined;
  return key;
}

async function generate(): Promise<JsonWebKey> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return privateKey.export({ format: "jwk" });
}

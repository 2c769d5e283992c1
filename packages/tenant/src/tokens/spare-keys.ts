import { generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { JWK } from "jose";
import type { SpareKeyName } from "../faults/token-changes.js";

/** A key of no tenant, for tokens and key sets that a fault rule spoils. */
export interface SpareKey {
  readonly privateKey: KeyObject;
  /** Without `kid`, `use` and `alg`. */
  readonly publicJwk: JWK;
}

const made = new Map<SpareKeyName, Promise<SpareKey>>();

/** Made when it is first asked for, and the same from then on: it guards nothing. */
export function spareKey(name: SpareKeyName): Promise<SpareKey> {
  const key = made.get(name) ?? makers[name]().then(spareKeyOf);
  made.set(name, key);
  return key;
}

const makeRsa = (modulusLength: number) => promisify(generateKeyPair)("rsa", { modulusLength });

const makers = {
  foreign: () => makeRsa(2048),
  small: () => makeRsa(1024),
  elliptic: () => promisify(generateKeyPair)("ec", { namedCurve: "P-256" }),
} satisfies Record<SpareKeyName, unknown>;

function spareKeyOf(pair: { privateKey: KeyObject; publicKey: KeyObject }): SpareKey {
  return { privateKey: pair.privateKey, publicJwk: pair.publicKey.export({ format: "jwk" }) };
}

import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { exportSPKI, importJWK, type CryptoKey as JoseKey, type JWK } from "jose";
import type { Database } from "../state/database.js";
import { newSecret } from "./secret.js";

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: JoseKey;
  readonly publicKey: JoseKey;
  readonly publicJwk: JWK;
  /** SPKI, PEM encoded. */
  readonly publicPem: string;
}

/** The RSA keys of this database, and the secret that opaque access tokens are encrypted with. */
export interface SigningKeys {
  current(): Promise<SigningKey>;
  /** Newest first: the current key, and the one before it if keys were rotated. */
  all(): Promise<readonly SigningKey[]>;
  readonly encryptionKey: Uint8Array;
  rotate(): Promise<void>;
}

/**
 * Loads the keys of a database; a new database gets its own. Finding one takes longer than all the
 * rest of a start, so nobody waits for it but the first token.
 */
export function loadSigningKeys(database: Database): SigningKeys {
  let keys = readKeys(database).then((found) => (found.length > 0 ? found : addKey(database)));
  // Told to whoever asks for a key.
  keys.catch(() => {});
  return {
    async current() {
      const [newest] = await keys;
      if (!newest) throw new Error("The tenant has no signing key: its database was changed.");
      return newest;
    },
    all: () => keys,
    encryptionKey: Buffer.from(encryptionSecret(database), "base64url"),
    async rotate() {
      await keys;
      keys = addKey(database);
      await keys;
    },
  };
}

async function addKey(database: Database): Promise<SigningKey[]> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: newSecret(15), alg: "RS256" };
  database.transaction(() => {
    database.run("INSERT INTO keys (use, jwk) VALUES ('sig', ?)", jwk);
    database.run(
      `DELETE FROM keys WHERE use = 'sig' AND position NOT IN
         (SELECT position FROM keys WHERE use = 'sig' ORDER BY position DESC LIMIT 2)`,
    );
  });
  return readKeys(database);
}

function encryptionSecret(database: Database): string {
  const row = database.one<{ jwk: string }>("SELECT jwk FROM keys WHERE use = 'enc'");
  if (row) return row.jwk;
  const secret = newSecret(32);
  database.run("INSERT INTO keys (use, jwk) VALUES ('enc', ?)", secret);
  return secret;
}

async function readKeys(database: Database): Promise<SigningKey[]> {
  const rows = database.all<{ jwk: string }>(
    "SELECT jwk FROM keys WHERE use = 'sig' ORDER BY position DESC",
  );
  return Promise.all(rows.map((row) => signingKeyOf(JSON.parse(row.jwk) as JWK)));
}

async function signingKeyOf(jwk: JWK): Promise<SigningKey> {
  const { kty, n, e, kid = "" } = jwk;
  const publicJwk = { kty, n, e, kid, alg: "RS256", use: "sig" } as JWK;
  const publicKey = (await importJWK(publicJwk, "RS256", { extractable: true })) as JoseKey;
  return {
    kid,
    privateKey: (await importJWK(jwk, "RS256")) as JoseKey,
    publicKey,
    publicJwk,
    publicPem: await exportSPKI(publicKey),
  };
}

import { X509Certificate } from "node:crypto";
import type { Database } from "../state/database.js";

/** What the https server shows; PEM. Clients take `cert` as their certificate authority. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const day = 86_400_000;

/** Some systems refuse certificates that are good for more than 825 days. */
const lifetime = 800 * day;

/** The certificate of this database; a new one if it has none, or if it is about to expire. */
export async function loadCertificate(database: Database): Promise<Certificate> {
  const row = database.one<{ jwk: string }>("SELECT jwk FROM keys WHERE use = 'tls'");
  const stored = row && (JSON.parse(row.jwk) as Certificate);
  if (stored && lastsAnother(30 * day, stored)) return stored;
  const created = await createCertificate();
  database.transaction(() => {
    database.run("DELETE FROM keys WHERE use = 'tls'");
    database.run("INSERT INTO keys (use, jwk) VALUES ('tls', ?)", created);
  });
  return created;
}

/** Clients judge by real time, so the tenant's clock has no say here. */
function lastsAnother(milliseconds: number, { cert }: Certificate): boolean {
  return Date.parse(new X509Certificate(cert).validTo) > Date.now() + milliseconds;
}

async function createCertificate(): Promise<Certificate> {
  // Loaded only here: it takes longer than all the rest of a start.
  const { generate } = await import("selfsigned");
  const now = Date.now();
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + lifetime),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 2, value: "*.localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { key, cert };
}

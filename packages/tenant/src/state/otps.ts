import type { TenantContext } from "../context.js";
import { digestOf, matchesDigest } from "../tokens/secret.js";
import { newExternalId } from "./identities.js";

/** Whom a code was sent to; there is one code for each at a time. */
export interface OtpKey {
  /** Name of the connection. */
  readonly connection: string;
  /** E-mail address in lower case, or phone number. */
  readonly address: string;
}

/** A one-time code that was sent, alone or in a link. */
export interface Otp {
  readonly clientId: string;
  /** Wrong codes that were tried in its place. */
  readonly tries: number;
  /** The id of the user that a sign-in would create. */
  readonly externalId: string;
  /** Too old, or used already. */
  readonly over: boolean;
  matches(code: string): boolean;
}

interface OtpRow {
  digest: string;
  client_id: string;
  tries: number;
  external_id: string;
  expires_at: number;
}

/** Keeps a new code in place of the former one. */
export function saveOtp(
  tenant: TenantContext,
  { connection, address }: OtpKey,
  { code, clientId }: { readonly code: string; readonly clientId: string },
): Otp {
  const [row] = tenant.database.all<OtpRow>(
    `INSERT INTO otps (connection, address, digest, client_id, tries, external_id, expires_at)
     VALUES (?, ?, ?, ?, 0, ?, ?)
     ON CONFLICT (connection, address) DO UPDATE SET digest = excluded.digest,
       client_id = excluded.client_id, tries = 0, expires_at = excluded.expires_at
     RETURNING *`,
    connection,
    address,
    digestOf(code),
    clientId,
    newExternalId(),
    tenant.clock.now() + tenant.settings.lifetimes.otp * 1000,
  );
  if (!row) throw new Error("The database returned no row for a new code.");
  return otpOf(tenant, row);
}

export function findOtp(tenant: TenantContext, { connection, address }: OtpKey): Otp | undefined {
  const row = tenant.database.one<OtpRow>(
    "SELECT * FROM otps WHERE connection = ? AND address = ?",
    connection,
    address,
  );
  return row && otpOf(tenant, row);
}

export function noteWrongOtp(tenant: TenantContext, { connection, address }: OtpKey): void {
  tenant.database.run(
    "UPDATE otps SET tries = tries + 1 WHERE connection = ? AND address = ?",
    connection,
    address,
  );
}

/** The code is over, and still known as one that was right. Whoever comes next is somebody new. */
export function spendOtp(tenant: TenantContext, { connection, address }: OtpKey): void {
  tenant.database.run(
    "UPDATE otps SET expires_at = 0, external_id = ? WHERE connection = ? AND address = ?",
    newExternalId(),
    connection,
    address,
  );
}

function otpOf(tenant: TenantContext, row: OtpRow): Otp {
  return {
    clientId: row.client_id,
    tries: row.tries,
    externalId: row.external_id,
    over: tenant.clock.now() >= row.expires_at,
    matches: (code) => matchesDigest(code, row.digest),
  };
}

import { Secret, TOTP } from "otpauth";
import type { TenantContext } from "../context.js";
import type { User } from "../state/users.js";

/** Seconds of a time step, the default of RFC 6238. */
const period = 30;

/** What authenticator apps show above a code. */
const issuer = "Portico tenant";

/** 160 bits as 32 characters of base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Whether a text could be one of `newTotpSecret`. */
export function isTotpSecret(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text);
}

/** What an authenticator app reads from the QR code. */
export function totpAddress(user: User, secret: string): string {
  const parameters = new URLSearchParams({
    secret,
    issuer,
    algorithm: "SHA1",
    digits: "6",
    period: String(period),
  });
  // Apps show a plus sign as it is.
  return `${labelOf(user)}?${parameters.toString().replaceAll("+", "%20")}`;
}

/** What a push app would read to enroll; the inbox stands in for it. */
export function pushAddress(tenant: TenantContext, user: User, enrollmentId: string): string {
  const parameters = new URLSearchParams({
    enrollment_tx_id: enrollmentId,
    base_url: tenant.url,
  });
  return `${labelOf(user)}?${parameters.toString()}`;
}

/** The time step that a code belongs to: this one or a neighbour (RFC 6238 section 5.2). */
export function stepOfCode(
  tenant: TenantContext,
  secret: string,
  code: string,
): number | undefined {
  const timestamp = tenant.clock.now();
  const now = TOTP.counter({ period, timestamp });
  const steps = [now - 1, now, now + 1].filter((step) => step >= 0);
  const key = Secret.fromBase32(secret);
  return steps.find(
    (step) => TOTP.generate({ secret: key, period, timestamp: step * period * 1000 }) === code,
  );
}

function labelOf(user: User): string {
  const account = user.email ?? user.phoneNumber ?? user.username ?? user.userId;
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
}

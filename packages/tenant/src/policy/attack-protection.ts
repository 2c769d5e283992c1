import type { TenantContext } from "../context.js";
import {
  clearAttempts,
  countAttempts,
  noteAttempt,
  type AttemptKey,
  type AttemptMemory,
} from "../state/attempts.js";
import { findIdentityByLogin, normalizeLogin, type Identity } from "../state/identities.js";
import { digestOf } from "../tokens/secret.js";
import { sendUnblockMail } from "./account-mails.js";

/** Failures of an address are counted from its first one on, for a day. */
const addressMemory: AttemptMemory = { seconds: 86_400, from: "first" };

/**
 * What failures are counted by: the account, whether its e-mail address or its username was typed.
 * A name that nobody has is counted in the same way, and not stored: it may be a mistyped password.
 */
export function attackSubject(
  tenant: TenantContext,
  { connection, username }: { readonly connection: { name: string }; readonly username: string },
): string {
  const identity = findIdentityByLogin(tenant.database, connection.name, username);
  return identity
    ? accountOf(identity)
    : digestOf(`${connection.name}\n${normalizeLogin(username)}`);
}

export function accountOf({ provider, externalId }: Identity): string {
  return `${provider}|${externalId}`;
}

/** Whether too many sign-ins failed from this address, whoever they were for. */
export function isSuspiciousAddress(tenant: TenantContext, address: string): boolean {
  return countAttempts(tenant, addressKey(address)) >= tenant.settings.suspiciousIpLimit;
}

/** Whether too many sign-ins in a row failed for this account from this address. */
export function isBlockedAccount(
  tenant: TenantContext,
  attempt: Omit<AttemptKey, "kind">,
): boolean {
  return countAttempts(tenant, { kind: "account", ...attempt }) >= tenant.settings.bruteForceLimit;
}

/** Counts a failure; the one that blocks an account sends its owner a way out. */
export function noteFailedLogin(
  tenant: TenantContext,
  attempt: Omit<AttemptKey, "kind">,
  identity: Identity | undefined,
): void {
  const { settings } = tenant;
  noteAttempt(tenant, addressKey(attempt.address), addressMemory);
  const { count } = noteAttempt(
    tenant,
    { kind: "account", ...attempt },
    { seconds: settings.lifetimes.failedAttempts, from: "last" },
  );
  if (identity && count === settings.bruteForceLimit) sendUnblockMail(tenant, identity, attempt);
}

/** Forgets failures of an account; without an address, from every address. */
export function unblockAccount(
  tenant: TenantContext,
  attempt: { readonly subject: string; readonly address?: string },
): void {
  clearAttempts(tenant, { kind: "account", ...attempt });
}

function addressKey(address: string): AttemptKey {
  return { kind: "address", subject: "", address };
}

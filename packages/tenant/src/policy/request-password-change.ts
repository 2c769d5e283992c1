import type { TenantContext } from "../context.js";
import { noteAttempt } from "../state/attempts.js";
import type { DatabaseConnection } from "../state/connections.js";
import { findIdentityByLogin, normalizeLogin } from "../state/identities.js";
import { digestOf } from "../tokens/secret.js";
import { sendResetMail, type MailOrigin } from "./account-mails.js";

export interface PasswordChangeRequest {
  readonly connection: DatabaseConnection;
  /** E-mail address or username. */
  readonly login: string;
  /** Address of the caller. */
  readonly address: string;
  /** The hosted login that it was asked for on. */
  readonly transactionId: string | null;
  readonly origin: MailOrigin;
}

export interface PasswordChangeAnswer {
  /** `taken` tells nothing about the account. */
  readonly status: "taken" | "limited";
  readonly limit: number;
  readonly remaining: number;
  /** When the count starts anew: milliseconds since 1970, tenant's clock. */
  readonly resetAt: number;
}

/** Mails a link to whoever the login belongs to, and answers the same if it belongs to nobody. */
export async function requestPasswordChange(
  tenant: TenantContext,
  request: PasswordChangeRequest,
): Promise<PasswordChangeAnswer> {
  const { connection, login, address, transactionId, origin } = request;
  const limit = tenant.settings.changePasswordLimit;
  const subject = digestOf(`${connection.name}\n${normalizeLogin(login)}`);
  const { count, expiresAt } = noteAttempt(
    tenant,
    { kind: "reset", subject, address },
    { seconds: 60, from: "first" },
  );
  const answer = { limit, remaining: Math.max(0, limit - count), resetAt: expiresAt };
  if (count > limit) return { status: "limited", ...answer };
  // As slow as a sign-in: what it takes to write a mail is lost in it.
  await tenant.hashing.verify("", undefined);
  const identity = findIdentityByLogin(tenant.database, connection.name, login);
  if (identity) sendResetMail(tenant, identity, { ...origin, transactionId });
  return { status: "taken", ...answer };
}

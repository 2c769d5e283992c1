import type { TenantContext } from "../context.js";
import { noteAttempt } from "../state/attempts.js";
import type { DatabaseConnection } from "../state/connections.js";
import { findIdentityByLogin, normalizeLogin } from "../state/identities.js";
import { digestOf } from "../tokens/secret.js";
import { sendConfirmationMail, sendResetMail, type MailOrigin } from "./account-mails.js";
import { judgeForAccount } from "./judge-new-password.js";

export interface PasswordChangeRequest {
  readonly connection: DatabaseConnection;
  /** E-mail address or username. */
  readonly login: string;
  /** Address of the caller. */
  readonly address: string;
  /** The hosted login that it was asked for on. */
  readonly transactionId: string | null;
  /** What the link is to set; without it the link leads to a form. `judgeForAnybody` comes first. */
  readonly password?: string | undefined;
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
  const { connection, login, address } = request;
  const limit = tenant.settings.changePasswordLimit;
  const subject = digestOf(`${connection.name}\n${normalizeLogin(login)}`);
  const { count, expiresAt } = noteAttempt(
    tenant,
    { kind: "reset", subject, address },
    { seconds: 60, from: "first" },
  );
  const answer = { limit, remaining: Math.max(0, limit - count), resetAt: expiresAt };
  if (count > limit) return { status: "limited", ...answer };
  await mailLink(tenant, request);
  return { status: "taken", ...answer };
}

/** As slow as a sign-in, also for nobody: what it takes to write a mail is lost in it. */
async function mailLink(
  tenant: TenantContext,
  { connection, login, password, transactionId, origin }: PasswordChangeRequest,
): Promise<void> {
  const passwordHash = await tenant.hashing.hash(password ?? "");
  const refusal =
    password === undefined
      ? undefined
      : await judgeForAccount(tenant, connection, { login, password });
  const identity = findIdentityByLogin(tenant.database, connection.name, login);
  if (!identity) return;
  if (password === undefined || refusal) {
    // Only the owner learns that this account may not have the password: on the form.
    sendResetMail(tenant, identity, { ...origin, transactionId });
  } else {
    sendConfirmationMail(tenant, identity, { ...origin, passwordHash });
  }
}

import type { TenantContext } from "../context.js";
import {
  createAccountTicket,
  removeAccountTickets,
  removePasswordTickets,
  type AccountTickets,
} from "../state/account-tickets.js";
import type { Identity } from "../state/identities.js";
import { sendMessage, type NewMessage } from "../state/messages.js";
import type { User } from "../state/users.js";

/** Where a mail comes from, as far as the inbox shows it. */
export type MailOrigin = Pick<NewMessage, "clientId" | "locale">;

/** A link to choose a new password; it replaces the ones that were sent before. */
export function sendResetMail(
  tenant: TenantContext,
  { userId, provider, externalId, email }: Identity,
  { transactionId, ...origin }: MailOrigin & Pick<AccountTickets["reset"], "transactionId">,
): void {
  if (!email) return;
  removePasswordTickets(tenant, userId);
  const ticket = createAccountTicket(tenant, "reset", {
    userId,
    data: { provider, externalId, transactionId },
  });
  sendMessage(tenant, {
    ...origin,
    kind: "reset",
    to: email,
    subject: "Choose a new password",
    url: linkTo(tenant, "/u/reset-password", ticket),
  });
}

/** A link that gives the account this password once it is opened; it replaces earlier ones. */
export function sendConfirmationMail(
  tenant: TenantContext,
  { userId, provider, externalId, email }: Identity,
  { passwordHash, ...origin }: MailOrigin & Pick<AccountTickets["confirm"], "passwordHash">,
): void {
  if (!email) return;
  removePasswordTickets(tenant, userId);
  const ticket = createAccountTicket(tenant, "confirm", {
    userId,
    data: { provider, externalId, passwordHash },
  });
  sendMessage(tenant, {
    ...origin,
    kind: "reset",
    to: email,
    subject: "Confirm your new password",
    url: linkTo(tenant, "/u/confirm-password", ticket),
  });
}

/** A link that proves whose address it is; it replaces the ones that were sent before. */
export function sendVerificationMail(
  tenant: TenantContext,
  { userId, email }: Pick<User, "userId" | "email">,
  origin: MailOrigin,
): void {
  if (!email) return;
  removeAccountTickets(tenant, "verify", userId);
  const ticket = createAccountTicket(tenant, "verify", { userId, data: { email } });
  sendMessage(tenant, {
    ...origin,
    kind: "verify",
    to: email,
    subject: "Verify your e-mail address",
    url: linkTo(tenant, "/u/email-verification", ticket),
  });
}

/** A link for somebody whose account is blocked for a caller's address. */
export function sendUnblockMail(
  tenant: TenantContext,
  { userId, email }: Identity,
  { subject, address }: AccountTickets["unblock"],
): void {
  if (!email) return;
  const ticket = createAccountTicket(tenant, "unblock", { userId, data: { subject, address } });
  sendMessage(tenant, {
    kind: "unblock",
    to: email,
    subject: "Your account is blocked after too many failed sign-ins",
    url: linkTo(tenant, "/u/unblock", ticket),
  });
}

/** The tenant's own address: a Host header may come from anywhere. */
function linkTo(tenant: TenantContext, path: string, ticket: string): string {
  return `${tenant.url}${path}?ticket=${ticket}`;
}

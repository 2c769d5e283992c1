import { giveCsrfToken, hasCsrfToken } from "../authorization/hosted-form.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { accountWords, wordsOfBrowser } from "../pages/account-words.js";
import { noticePage } from "../pages/notice-page.js";
import { resetPage } from "../pages/reset-page.js";
import { sendPage, type Html } from "../pages/send-page.js";
import { sendUnusableLink } from "../pages/send-unusable-link.js";
import {
  changePassword,
  findPasswordChange,
  type PasswordChange,
} from "../policy/change-password.js";
import type { PasswordRefusal } from "../policy/password-policy.js";
import { findClient } from "../state/clients.js";
import { findTransaction } from "../state/transactions.js";

/** GET /u/reset-password: where the link of a reset mail leads. Looking at it uses nothing up. */
export function showReset(c: HttpContext): Promise<Response> {
  const found = findPasswordChange(c.var.tenant, ticketOf(c));
  return found.status === "valid"
    ? page(c, found)
    : sendUnusableLink(c, found.status, "askForNewLink");
}

/** POST /u/reset-password: changes the password and ends every session of the user. */
export async function submitReset(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const found = findPasswordChange(tenant, ticketOf(c));
  if (found.status !== "valid") return sendUnusableLink(c, found.status, "askForNewLink");
  const words = wordsOfBrowser(c);
  const account = accountWords(words);
  if (!hasCsrfToken(c)) return page(c, found, { error: words.formTooOld, status: 403 });
  const password = text(body.values, "password") ?? "";
  if (password !== (text(body.values, "repeat") ?? "")) {
    return page(c, found, { error: account.notTheSame, status: 400 });
  }
  const outcome = await changePassword(tenant, ticketOf(c), password);
  switch (outcome.status) {
    case "changed":
      return sendPage(c, changedPage(c, found), { formTarget: null });
    case "refused":
      return page(c, found, {
        error: account.refusals[outcome.refusal.name],
        refusal: outcome.refusal,
        status: 400,
      });
    case "leaked":
      return page(c, found, { error: account.leaked, status: 400 });
    case "expired":
    case "unknown":
      return sendUnusableLink(c, outcome.status, "askForNewLink");
    default:
      return outcome satisfies never;
  }
}

interface Problem {
  readonly error?: string;
  readonly refusal?: PasswordRefusal;
  readonly status?: 200 | 400 | 403;
}

function page(
  c: HttpContext,
  { identity, connection }: PasswordChange,
  { error, refusal, status = 200 }: Problem = {},
): Promise<Response> {
  const content = resetPage({
    email: identity.email ?? "",
    ticket: ticketOf(c),
    csrf: giveCsrfToken(c),
    connection,
    language: wordsOfBrowser(c).language,
    error,
    refusal,
  });
  return sendPage(c, content, { status, formTarget: null });
}

/** Offers to go on where the mail was asked for, as long as its login waits. */
function changedPage(c: HttpContext, { data }: PasswordChange): Html {
  const { tenant } = c.var;
  const { language } = wordsOfBrowser(c);
  const { passwordChanged, backTo } = accountWords({ language });
  const transaction = findTransaction(tenant, data.transactionId ?? undefined);
  const client = findClient(tenant.database, transaction?.parameters["client_id"]);
  return noticePage({
    ...passwordChanged,
    name: "password-changed",
    language,
    action:
      transaction?.sid === null && client
        ? { label: backTo(client.name), href: `/u/login?state=${transaction.id}` }
        : undefined,
  });
}

function ticketOf(c: HttpContext): string {
  return c.req.query("ticket") ?? "";
}

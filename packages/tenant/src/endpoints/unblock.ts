import type { HttpContext } from "../http/environment.js";
import { accountWords, wordsOfBrowser } from "../pages/account-words.js";
import { noticePage } from "../pages/notice-page.js";
import { sendPage } from "../pages/send-page.js";
import { sendUnusableLink } from "../pages/send-unusable-link.js";
import { unblockAccount } from "../policy/attack-protection.js";
import { spendAccountTicket } from "../state/account-tickets.js";

/** GET /u/unblock: where the mail leads that a blocked account's owner gets. */
export function unblock(c: HttpContext): Response | Promise<Response> {
  const { tenant } = c.var;
  const ticket = spendAccountTicket(tenant, "unblock", c.req.query("ticket") ?? "");
  if (ticket.status !== "valid") return sendUnusableLink(c, ticket.status, "changeInstead");
  unblockAccount(tenant, ticket.data);
  const { language } = wordsOfBrowser(c);
  const { unblocked } = accountWords({ language });
  return sendPage(c, noticePage({ ...unblocked, name: "unblocked", language }), {
    formTarget: null,
  });
}

import type { TenantContext } from "../context.js";
import type { HttpContext } from "../http/environment.js";
import { accountWords, wordsOfBrowser } from "../pages/account-words.js";
import { noticePage } from "../pages/notice-page.js";
import { sendPage } from "../pages/send-page.js";
import { sendUnusableLink } from "../pages/send-unusable-link.js";
import { addressTrigger } from "../policy/triggers.js";
import { spendAccountTicket, type AccountTicket } from "../state/account-tickets.js";
import { findUser, updateUser } from "../state/users.js";

/** GET /u/email-verification: where the link of a verification mail leads. */
export function verifyEmail(c: HttpContext): Response | Promise<Response> {
  const { tenant } = c.var;
  const ticket = spendAccountTicket(tenant, "verify", c.req.query("ticket") ?? "");
  if (ticket.status !== "valid") return sendUnusableLink(c, ticket.status, "allIsWellIfVerified");
  const outcome = verify(tenant, ticket);
  const { language } = wordsOfBrowser(c);
  const { title, text } = accountWords({ language })[outcome];
  const page = noticePage({ name: names[outcome], title, text, language });
  const status = outcome === "emailVerified" ? 200 : 400;
  return sendPage(c, page, { status, formTarget: null });
}

type Outcome = keyof typeof names;

const names = {
  emailVerified: "email-verified",
  emailChanged: "email-changed",
  emailUnverified: "email-unverified",
} as const;

function verify(tenant: TenantContext, { userId, data }: AccountTicket<"verify">): Outcome {
  const user = findUser(tenant.database, userId);
  if (user?.email !== data.email) return "emailChanged";
  if (addressTrigger(tenant, user, "unverified")) return "emailUnverified";
  updateUser(tenant.database, userId, { emailVerified: true }, tenant.clock.now());
  return "emailVerified";
}

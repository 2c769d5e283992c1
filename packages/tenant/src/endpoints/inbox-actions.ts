import { hasCsrfToken } from "../authorization/hosted-form.js";
import type { HttpContext } from "../http/environment.js";
import { hasAdminToken } from "../http/guard-admin.js";
import { wantsPage } from "../http/inbox-query.js";
import { errorPage } from "../pages/error-page.js";
import { sendPage } from "../pages/send-page.js";
import { decideMessage } from "../state/inbox.js";
import { clearMessages } from "../state/messages.js";
import type { PushDecision } from "../state/push-decisions.js";

/** POST /_tenant/inbox/clear: DELETE /_tenant/inbox for the page, which has no admin token. */
export function clearFromPage(c: HttpContext): Response | Promise<Response> {
  if (!isTrusted(c)) return refuse(c, stale);
  clearMessages(c.var.tenant);
  return confirm(c, "cleared");
}

/** POST /_tenant/inbox/{id}/approve: answers the push of a message. */
export function approvePush(c: HttpContext): Response | Promise<Response> {
  return decide(c, "approved");
}

/** POST /_tenant/inbox/{id}/deny: answers the push of a message. */
export function denyPush(c: HttpContext): Response | Promise<Response> {
  return decide(c, "denied");
}

interface Refusal {
  readonly status: 403 | 409;
  readonly error: string;
  readonly description: string;
  readonly fix: string;
}

const stale: Refusal = {
  status: 403,
  error: "access_denied",
  description: "This request carries neither the page’s CSRF token nor X-Tenant-Token.",
  fix: "Open the inbox again and repeat what you did there.",
};

const answered: Refusal = {
  status: 409,
  error: "conflict",
  description: "No push with this id waits for an answer.",
  fix: "It may have been answered, or its time has passed: start the sign-in again.",
};

function decide(c: HttpContext, decision: PushDecision): Response | Promise<Response> {
  if (!isTrusted(c)) return refuse(c, stale);
  const id = Number(c.req.param("id"));
  const decided = Number.isSafeInteger(id) && decideMessage(c.var.tenant, id, decision);
  return decided ? confirm(c, decision) : refuse(c, answered);
}

/** The page proves itself by its CSRF token, a program by this start's admin token. */
function isTrusted(c: HttpContext): boolean {
  return hasAdminToken(c) || hasCsrfToken(c);
}

function confirm(c: HttpContext, status: PushDecision | "cleared"): Response {
  return wantsPage(c) ? c.redirect("/_tenant/inbox", 303) : c.json({ status });
}

function refuse(c: HttpContext, { status, ...page }: Refusal): Response | Promise<Response> {
  if (wantsPage(c)) return sendPage(c, errorPage(page), { status, formTarget: null });
  return c.json({ error: page.error, error_description: page.description }, status);
}

import { giveCsrfToken } from "../authorization/hosted-form.js";
import type { HttpContext } from "../http/environment.js";
import { readMessageFilter, wantsPage } from "../http/inbox-query.js";
import { inboxPage } from "../pages/inbox-page.js";
import { sendPage } from "../pages/send-page.js";
import { inboxMessage } from "../state/inbox.js";
import { clearMessages, listMessages, messageKinds } from "../state/messages.js";

/**
 * GET /_tenant/inbox: for browsers a page, for programs JSON, newest first, narrowed by `to`,
 * `kind`, `since` and `after`.
 */
export function showInbox(c: HttpContext): Response | Promise<Response> {
  c.header("Vary", "Accept", { append: true });
  return wantsPage(c) ? page(c) : list(c);
}

/** DELETE /_tenant/inbox: forgets every message. */
export function clearInbox(c: HttpContext): Response {
  clearMessages(c.var.tenant);
  return c.body(null, 204);
}

function list(c: HttpContext): Response {
  const { tenant } = c.var;
  const messages = listMessages(tenant, readMessageFilter(c));
  c.header("Cache-Control", "no-store");
  return c.json(messages.map((message) => inboxMessage(tenant, message)));
}

function page(c: HttpContext): Response | Promise<Response> {
  const { tenant } = c.var;
  const { host, pathname, search } = new URL(c.req.url);
  // Forms are taken from the tenant's own origin only, so the page is shown nowhere else.
  if (host !== new URL(tenant.url).host) return c.redirect(tenant.url + pathname + search);
  const kind = messageKinds.find((known) => known === c.req.query("kind"));
  const messages = listMessages(tenant).map((message) => inboxMessage(tenant, message));
  const content = inboxPage({
    messages,
    kind,
    search: c.req.query("q") ?? c.req.query("to") ?? "",
    csrf: giveCsrfToken(c),
    now: tenant.clock.now(),
  });
  return sendPage(c, content, { formTarget: null, live: true });
}

import type { HttpContext } from "../http/environment.js";
import { readMessageFilter, readWhole } from "../http/inbox-query.js";
import { OAuthError } from "../http/oauth-error.js";
import { inboxMessage, usualWait } from "../state/inbox.js";
import { longestWait, waitForMessage } from "../state/wait-for-message.js";

/**
 * GET /_tenant/inbox/wait: the first message that matches, as soon as there is one, else 404 after
 * `timeout` milliseconds. `otherwise=204` asks for that status instead: browsers write every 404
 * to the console.
 */
export async function waitInInbox(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const filter = readMessageFilter(c);
  const expected = `milliseconds from 0 to ${longestWait}`;
  const timeoutMs = readWhole(c, "timeout", expected, longestWait) ?? usualWait;
  c.header("Cache-Control", "no-store");
  const message = await waitForMessage(tenant, filter, { timeoutMs, signal: c.req.raw.signal });
  if (message) return c.json(inboxMessage(tenant, message));
  if (c.req.query("otherwise") === "204") return c.body(null, 204);
  throw new OAuthError(404, "not_found", `No message matched within ${timeoutMs} ms.`);
}

import type { HttpContext } from "../http/environment.js";
import { inboxScripts } from "../pages/inbox-scripts.js";
import { inboxStylesheet } from "../pages/inbox-stylesheet.js";

/** GET /_tenant/inbox/scripts/{name}: what makes the inbox page live. */
export function inboxScript(c: HttpContext): Response | Promise<Response> {
  const script = inboxScripts.get(c.req.param("name") ?? "");
  return script === undefined ? c.notFound() : send(c, script, "text/javascript");
}

/** GET /_tenant/inbox/styles.css: the look of the inbox, on top of that of all pages. */
export function inboxStyles(c: HttpContext): Response {
  return send(c, inboxStylesheet, "text/css");
}

function send(c: HttpContext, content: string, type: string): Response {
  return c.body(content, 200, {
    "Content-Type": `${type}; charset=utf-8`,
    "Cache-Control": "no-cache",
  });
}

import { readFile } from "node:fs/promises";
import { findHostedRequest, giveCsrfToken } from "../authorization/hosted-form.js";
import type { HttpContext } from "../http/environment.js";
import { classicPage } from "../pages/classic-page.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { sendPage } from "../pages/send-page.js";
import { newSecret } from "../tokens/secret.js";

/** GET /login: the classic hosted page, for tenants that were started with `classicPage`. */
export function showClassicPage(c: HttpContext): Response | Promise<Response> {
  const { tenant } = c.var;
  if (tenant.settings.classicPage === null) return c.notFound();
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const { transaction, client, connection, redirectUri } = hosted;
  const { parameters } = transaction;
  const nonce = newSecret(16);
  const page = classicPage({
    clientName: client.name,
    username: transaction.username,
    connection: connection.name,
    nonce,
    options: {
      domain: tenant.url,
      clientID: client.clientId,
      redirectUri,
      responseType: parameters["response_type"],
      responseMode: parameters["response_mode"],
      scope: parameters["scope"],
      audience: parameters["audience"],
      nonce: parameters["nonce"],
      state: transaction.id,
      _csrf: giveCsrfToken(c),
      _intstate: "deprecated",
      overrides: { __token_issuer: tenant.issuer },
    },
  });
  return sendPage(c, page, { nonce, formTarget: redirectUri, connect: true });
}

/** GET /u/auth0.js: the auth0-js build that the classic page loads. */
export async function classicScript(c: HttpContext): Promise<Response> {
  const { classicPage: path } = c.var.tenant.settings;
  if (path === null) return c.notFound();
  return c.body(await readFile(path, "utf8"), 200, { "Content-Type": "text/javascript" });
}

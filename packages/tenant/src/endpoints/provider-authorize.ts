import { giveCsrfToken, hasCsrfToken } from "../authorization/hosted-form.js";
import { findProviderRequest, type ProviderRequest } from "../authorization/provider-request.js";
import { pause } from "../faults/waiting.js";
import type { HttpContext } from "../http/environment.js";
import { text, type BodyValues } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { delays, providerPage } from "../pages/provider-page.js";
import { sendPage } from "../pages/send-page.js";
import { isEmail } from "../policy/contact-address.js";
import { createProviderCode } from "../state/provider-codes.js";
import {
  findProviderUser,
  hasAddress,
  listProviderUsers,
  openProviderAccount,
} from "../state/provider-users.js";

/** GET /_tenant/idp/:connection/authorize: the page that plays a provider. */
export function showProvider(c: HttpContext): Promise<Response> {
  const request = findRequest(c);
  if (!request) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return page(c, request);
}

/** POST /_tenant/idp/:connection/authorize: sends the browser back, as a provider would. */
export async function submitProvider(c: HttpContext): Promise<Response> {
  const { values } = c.var.body;
  const request = findRequest(c);
  if (!request) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  if (!hasCsrfToken(c)) {
    return page(c, request, { status: 403, error: "This form was too old. Please try again." });
  }
  const answer = answerOf(c, request);
  if (answer === undefined) {
    return page(c, request, { status: 400, error: "That doesn’t look like an e-mail address." });
  }
  const seconds = delays.find((delay) => String(delay) === text(values, "delay"));
  if (seconds) await pause(c, seconds * 1000);
  const query = new URLSearchParams({ state: c.req.query("state") ?? "", ...answer });
  return c.redirect(`/login/callback?${query.toString()}`, 303);
}

/** The page plays the provider that the request was sent to, and no other. */
function findRequest(c: HttpContext): ProviderRequest | undefined {
  const request = findProviderRequest(c);
  return request?.connection.name === c.req.param("connection") ? request : undefined;
}

/** Undefined if the form is not filled in as it should be. */
function answerOf(
  c: HttpContext,
  { connection }: ProviderRequest,
): Readonly<Record<string, string>> | undefined {
  const { tenant, body } = c.var;
  const answer = text(body.values, "answer");
  if (answer === "deny") return { error: "access_denied" };
  if (answer === "error") return { error: "server_error" };
  const account = text(body.values, "account") ?? "";
  const user =
    answer === "new"
      ? openAccount(c, connection.name, body.values)
      : findProviderUser(tenant.database, connection.name, account);
  return user && { code: createProviderCode(tenant, user) };
}

function openAccount(c: HttpContext, connection: string, values: BodyValues) {
  const email = text(values, "email") ?? "";
  const name = text(values, "name");
  if (!isEmail(email)) return undefined;
  return openProviderAccount(c.var.tenant.database, connection, {
    email,
    email_verified: text(values, "verified") !== undefined,
    ...(name && { name }),
  });
}

function page(
  c: HttpContext,
  { connection, redirectUri }: ProviderRequest,
  { status = 200, error }: { status?: 200 | 400 | 403; error?: string } = {},
): Promise<Response> {
  const users = listProviderUsers(c.var.tenant.database, connection.name);
  const hint = text(c.var.body.values, "email") ?? c.req.query("login_hint") ?? "";
  const hinted = users.find((user) => hasAddress(user, hint) || user.externalId === hint);
  const { pathname, search } = new URL(c.req.url);
  const content = providerPage({
    displayName: connection.displayName,
    action: pathname + search,
    csrf: giveCsrfToken(c),
    hinted,
    users,
    newEmail: hinted ? "" : hint,
    error,
  });
  // Its forms end at the application, by way of the callback.
  return sendPage(c, content, { status, formTarget: redirectUri });
}

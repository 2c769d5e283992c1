import { giveCsrfToken, hasCsrfToken } from "../authorization/hosted-form.js";
import { readLogoutRequest, type LogoutRequest } from "../authorization/logout-request.js";
import { clearSessionCookie, readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { text, type BodyValues } from "../http/request-body.js";
import { chooseWords } from "../pages/hosted-words.js";
import { errorPage } from "../pages/error-page.js";
import { logoutPage, signedOutPage } from "../pages/logout-page.js";
import { sendPage } from "../pages/send-page.js";
import { endSession, useSession } from "../state/sessions.js";

/** GET and POST /oidc/logout (OpenID Connect RP-Initiated Logout 1.0). */
export async function oidcLogout(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const values = c.req.method === "POST" ? body.values : c.req.query();
  const request = await readLogoutRequest(tenant, values);
  if (request.status === "refused") return refuse(c, request);
  const secret = readSessionCookie(c);
  const session = secret ? useSession(tenant, secret) : undefined;
  // Any page can send a reader here, so that without proof the reader decides.
  const proven = session === undefined || session.sid === request.sid || hasCsrfToken(c);
  if (!proven) return ask(c, request, values);
  if (secret) endSession(tenant, secret);
  clearSessionCookie(c);
  if (request.returnTo) return c.redirect(request.returnTo);
  return sendPage(c, signedOutPage(chooseWords(text(values, "ui_locales"))));
}

function refuse(c: HttpContext, refused: LogoutRequest & { status: "refused" }): Promise<Response> {
  const { description, fix, address, client } = refused;
  const page = errorPage({
    error: "invalid_request",
    description,
    client: client?.name,
    fix,
    address,
  });
  return sendPage(c, page, { status: 400 });
}

const repeated = [
  "id_token_hint",
  "logout_hint",
  "post_logout_redirect_uri",
  "client_id",
  "state",
  "ui_locales",
] as const;

function ask(
  c: HttpContext,
  { client, returnTo }: LogoutRequest & { status: "known" },
  values: BodyValues,
): Promise<Response> {
  const fields = Object.fromEntries(
    repeated.flatMap((name) => {
      const value = text(values, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const { language } = chooseWords(fields["ui_locales"]);
  const page = logoutPage({ language, clientName: client?.name, csrf: giveCsrfToken(c), fields });
  return sendPage(c, page, { formTarget: returnTo ?? null });
}

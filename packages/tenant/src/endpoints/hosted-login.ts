import { signIn } from "../authorization/find-login.js";
import {
  findHostedRequest,
  hasCsrfToken,
  hostedForm,
  type HostedRequest,
} from "../authorization/hosted-form.js";
import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { loginPage } from "../pages/login-page.js";
import { sendPage } from "../pages/send-page.js";
import { authenticatePassword, type PasswordOutcome } from "../policy/authenticate-password.js";
import { completeTransaction } from "../state/transactions.js";

/** GET /u/login: the hosted login page. */
export function showLogin(c: HttpContext): Promise<Response> {
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return page(c, hosted, { username: hosted.transaction.username });
}

/** POST /u/login: signs in and goes on to `/authorize/resume`. */
export async function submitLogin(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const username = text(body.values, "username") ?? "";
  const password = text(body.values, "password") ?? "";
  if (!hasCsrfToken(c)) {
    return page(c, hosted, { username, error: "This form was too old. Please try again." }, 403);
  }
  const outcome = await authenticatePassword(tenant, {
    connection: hosted.connection,
    username,
    password,
    address: clientAddress(c),
  });
  if (outcome.status !== "authenticated") {
    return page(c, hosted, { username, error: messageOf(outcome.status) }, 400);
  }
  const { session } = signIn(c, outcome.user);
  completeTransaction(tenant, hosted.transaction.id, session.sid);
  return c.redirect(`/authorize/resume?state=${hosted.transaction.id}`, 303);
}

function page(
  c: HttpContext,
  hosted: HostedRequest,
  shown: { username: string; error?: string },
  status: 200 | 400 | 403 = 200,
): Promise<Response> {
  const content = loginPage(hostedForm(c, hosted, shown));
  return sendPage(c, content, { status, formTarget: hosted.redirectUri });
}

function messageOf(status: Exclude<PasswordOutcome["status"], "authenticated">): string {
  switch (status) {
    case "wrong-credentials":
      return "That e-mail and password don’t match.";
    case "blocked-user":
      return "This account is blocked. Ask the people who run the application.";
    case "password-leaked":
      return "This password is known from a data breach elsewhere. Please choose a new one.";
    case "too-many-attempts":
      return "Too many tries in a row. This account is blocked for now.";
    default:
      return status satisfies never;
  }
}

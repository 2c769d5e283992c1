import { signIn } from "../authorization/find-login.js";
import { hasCsrfToken, hostedForm } from "../authorization/hosted-form.js";
import { homeOf } from "../authorization/home-provider.js";
import { findSignInRequest, type SignInRequest } from "../authorization/sign-in-request.js";
import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { chooseWords, type HostedWords } from "../pages/hosted-words.js";
import { loginPage } from "../pages/login-page.js";
import { sendPage } from "../pages/send-page.js";
import { authenticatePassword, type PasswordOutcome } from "../policy/authenticate-password.js";
import { completeTransaction } from "../state/transactions.js";

/** GET /u/login: the hosted login page. */
export function showLogin(c: HttpContext): Promise<Response> {
  const request = findSignInRequest(c, c.req.query("state"));
  if (!request) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return page(c, request, { username: request.transaction.username });
}

/** POST /u/login: signs in and goes on to `/authorize/resume`, or leads to the reader's provider. */
export async function submitLogin(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const request = findSignInRequest(c, c.req.query("state"));
  if (!request) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const { transaction, terms } = request;
  const words = chooseWords(transaction.parameters["ui_locales"]);
  const username = terms.invitation?.email ?? text(body.values, "username") ?? "";
  const password = text(body.values, "password");
  if (!hasCsrfToken(c)) return page(c, request, { username, error: words.formTooOld }, 403);
  const home = homeOf(c, request, username);
  if (home) return c.redirect(home, 303);
  const connection = terms.database;
  if (!connection || password === undefined) {
    return page(c, request, { username, error: words.passwordMissing }, 400);
  }
  const address = clientAddress(c);
  const outcome = await authenticatePassword(tenant, { connection, username, password, address });
  if (outcome.status !== "authenticated") {
    return page(c, request, { username, error: messageOf(outcome.status, words) }, 400);
  }
  const { session } = signIn(c, outcome.user, connection.name);
  completeTransaction(tenant, transaction.id, session.sid);
  return c.redirect(`/authorize/resume?state=${transaction.id}`, 303);
}

function page(
  c: HttpContext,
  request: SignInRequest,
  shown: { username: string; error?: string },
  status: 200 | 400 | 403 = 200,
): Promise<Response> {
  const content = loginPage(hostedForm(c, request, shown));
  return sendPage(c, content, { status, formTarget: request.redirectUri });
}

function messageOf(
  status: Exclude<PasswordOutcome["status"], "authenticated">,
  words: HostedWords,
): string {
  switch (status) {
    case "wrong-credentials":
      return words.wrongCredentials;
    case "blocked-user":
      return words.blockedUser;
    case "password-leaked":
      return words.passwordLeaked;
    case "too-many-attempts":
      return words.tooManyAttempts;
    case "suspicious-ip":
      return words.suspiciousAddress;
    default:
      return status satisfies never;
  }
}

import { signIn } from "../authorization/find-login.js";
import {
  findHostedRequest,
  hasCsrfToken,
  hostedForm,
  type HostedRequest,
} from "../authorization/hosted-form.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { sendPage } from "../pages/send-page.js";
import { signupPage } from "../pages/signup-page.js";
import { registerUser, type RegistrationOutcome } from "../policy/register-user.js";
import type { PasswordPolicyName } from "../state/connections.js";
import { completeTransaction } from "../state/transactions.js";

/** GET /u/signup: the hosted sign-up page (`screen_hint=signup`). */
export function showSignup(c: HttpContext): Promise<Response> {
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return page(c, hosted, { email: hosted.transaction.username, username: "" });
}

/** POST /u/signup: creates the account, signs in and goes on to `/authorize/resume`. */
export async function submitSignup(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const email = text(body.values, "email") ?? "";
  const username = text(body.values, "username") ?? "";
  const typed = { email, username };
  if (!hasCsrfToken(c)) {
    return page(c, hosted, { ...typed, error: "This form was too old. Please try again." }, 403);
  }
  const outcome = await registerUser(tenant, {
    connection: hosted.connection,
    email,
    username: username || null,
    password: text(body.values, "password") ?? "",
    profile: {},
    userMetadata: {},
  });
  if (outcome.status !== "registered") {
    return page(c, hosted, { ...typed, error: messageOf(outcome.status) }, 400);
  }
  const { session } = signIn(c, outcome.user);
  completeTransaction(tenant, hosted.transaction.id, session.sid);
  return c.redirect(`/authorize/resume?state=${hosted.transaction.id}`, 303);
}

function page(
  c: HttpContext,
  hosted: HostedRequest,
  shown: { email: string; username: string; error?: string },
  status: 200 | 400 | 403 = 200,
): Promise<Response> {
  const form = hostedForm(c, hosted, shown);
  const hint = hintOf[hosted.connection.passwordPolicy];
  const content = signupPage({ ...form, email: shown.email, hint });
  return sendPage(c, content, { status, formTarget: hosted.redirectUri });
}

const hintOf: Readonly<Record<PasswordPolicyName, string>> = {
  none: "Any password will do.",
  low: "At least 6 characters.",
  fair: "At least 8 characters, with a lower case letter, a capital and a digit.",
  good: "At least 8 characters, with three of: lower case, capital, digit, symbol.",
  excellent:
    "At least 10 characters, with three of: lower case, capital, digit, symbol. No character more than twice in a row.",
};

function messageOf(status: Exclude<RegistrationOutcome["status"], "registered">): string {
  switch (status) {
    case "signup-disabled":
      return "New accounts are closed here.";
    case "invalid-email":
      return "That doesn’t look like an e-mail address.";
    case "username-missing":
      return "Please choose a username.";
    case "password-refused":
      return "That password is too easy to guess. See what it needs below.";
    case "password-leaked":
      return "This password is known from a data breach elsewhere. Please choose another.";
    case "email-taken":
    case "username-taken":
      return "We couldn’t create this account. Try to sign in instead.";
    default:
      return status satisfies never;
  }
}

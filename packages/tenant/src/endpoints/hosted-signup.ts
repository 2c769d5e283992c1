import { signIn } from "../authorization/find-login.js";
import {
  findHostedRequest,
  hasCsrfToken,
  hostedForm,
  type HostedRequest,
} from "../authorization/hosted-form.js";
import { homeOf } from "../authorization/home-provider.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { accountWords, type AccountWords } from "../pages/account-words.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { chooseWords } from "../pages/hosted-words.js";
import { sendPage } from "../pages/send-page.js";
import { signupPage } from "../pages/signup-page.js";
import type { PasswordRefusal } from "../policy/password-policy.js";
import {
  registerUser,
  type Registration,
  type RegistrationOutcome,
} from "../policy/register-user.js";
import { completeTransaction } from "../state/transactions.js";

type Refused = Exclude<RegistrationOutcome, { status: "registered" }>;

interface Shown {
  readonly email: string;
  readonly username: string;
  readonly error?: string;
  readonly refusal?: PasswordRefusal | undefined;
}

/** GET /u/signup: the hosted sign-up page (`screen_hint=signup`). */
export function showSignup(c: HttpContext): Promise<Response> {
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const { invitation } = hosted.terms;
  const email = invitation?.email ?? hosted.transaction.username;
  return page(c, hosted, { email, username: "" });
}

/** POST /u/signup: creates the account, signs in and goes on to `/authorize/resume`. */
export async function submitSignup(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const { transaction, connection } = hosted;
  const registration = readRegistration(c, hosted);
  const typed = { email: registration.email, username: registration.username ?? "" };
  const words = chooseWords(transaction.parameters["ui_locales"]);
  if (!hasCsrfToken(c)) return page(c, hosted, { ...typed, error: words.formTooOld }, 403);
  const home = homeOf(c, hosted, registration.email);
  if (home) return c.redirect(home, 303);
  const outcome = await registerUser(tenant, registration);
  if (outcome.status !== "registered") {
    const refusal = outcome.status === "password-refused" ? outcome.refusal : undefined;
    const error = messageOf(outcome, accountWords(words));
    return page(c, hosted, { ...typed, error, refusal }, 400);
  }
  const { session } = signIn(c, outcome.user, connection.name);
  completeTransaction(tenant, transaction.id, session.sid);
  return c.redirect(`/authorize/resume?state=${transaction.id}`, 303);
}

/** Who was invited signs up with the address that the invitation went to. */
function readRegistration(
  c: HttpContext,
  { transaction, client, connection, terms }: HostedRequest,
): Registration {
  const { values } = c.var.body;
  return {
    connection,
    email: terms.invitation?.email ?? text(values, "email") ?? "",
    username: text(values, "username") ?? null,
    password: text(values, "password") ?? "",
    phoneNumber: null,
    profile: {},
    userMetadata: {},
    origin: {
      clientId: client.clientId,
      locale: transaction.parameters["ui_locales"]?.split(" ")[0],
    },
  };
}

function page(
  c: HttpContext,
  hosted: HostedRequest,
  shown: Shown,
  status: 200 | 400 | 403 = 200,
): Promise<Response> {
  const { connection, redirectUri } = hosted;
  const content = signupPage({
    ...hostedForm(c, hosted, shown),
    email: shown.email,
    connection,
    refusal: shown.refusal,
  });
  return sendPage(c, content, { status, formTarget: redirectUri });
}

function messageOf(outcome: Refused, words: AccountWords): string {
  switch (outcome.status) {
    case "signup-disabled":
      return words.signupClosed;
    case "invalid-email":
      return words.invalidEmail;
    case "username-missing":
      return words.usernameMissing;
    case "invalid-username":
      return words.usernameRules[outcome.fault];
    case "password-refused":
      return words.refusals[outcome.refusal.name];
    case "password-leaked":
      return words.leaked;
    // The form asks for no phone number.
    case "invalid-phone-number":
    case "email-taken":
    case "username-taken":
      return words.notCreated;
    default:
      return outcome satisfies never;
  }
}

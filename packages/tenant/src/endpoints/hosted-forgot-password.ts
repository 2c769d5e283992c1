import {
  findHostedRequest,
  hasCsrfToken,
  hostedForm,
  type HostedRequest,
} from "../authorization/hosted-form.js";
import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { accountWords } from "../pages/account-words.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { forgotPasswordPage } from "../pages/forgot-password-page.js";
import { chooseWords, type HostedWords } from "../pages/hosted-words.js";
import { noticePage } from "../pages/notice-page.js";
import { sendPage, type Html } from "../pages/send-page.js";
import { requestPasswordChange } from "../policy/request-password-change.js";

/** GET /u/forgot-password: asks whose password is to be changed. */
export function showForgotPassword(c: HttpContext): Promise<Response> {
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return page(c, hosted, { username: hosted.transaction.username });
}

/** POST /u/forgot-password: mails a link, or says that it did. */
export async function submitForgotPassword(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const hosted = findHostedRequest(c);
  if (!hosted) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const username = text(body.values, "username") ?? "";
  const words = chooseWords(hosted.transaction.parameters["ui_locales"]);
  const account = accountWords(words);
  if (!hasCsrfToken(c)) return page(c, hosted, { username, error: words.formTooOld }, 403);
  if (username.trim() === "") {
    return page(c, hosted, { username, error: account.loginMissing }, 400);
  }
  const { status } = await requestPasswordChange(tenant, {
    connection: hosted.connection,
    login: username,
    address: clientAddress(c),
    transactionId: hosted.transaction.id,
    origin: {
      clientId: hosted.client.clientId,
      locale: hosted.transaction.parameters["ui_locales"]?.split(" ")[0],
    },
  });
  return status === "limited"
    ? page(c, hosted, { username, error: account.tooManyRequests }, 429)
    : sendPage(c, sentPage(hosted, words, username), { formTarget: null });
}

function page(
  c: HttpContext,
  hosted: HostedRequest,
  shown: { username: string; error?: string },
  status: 200 | 400 | 403 | 429 = 200,
): Promise<Response> {
  return sendPage(c, forgotPasswordPage(hostedForm(c, hosted, shown)), {
    status,
    formTarget: null,
  });
}

function sentPage({ transaction }: HostedRequest, words: HostedWords, username: string): Html {
  const { mailSent, backToSignIn } = accountWords(words);
  return noticePage({
    name: "reset-sent",
    title: mailSent.title,
    text: mailSent.text(username),
    language: words.language,
    action: { label: backToSignIn, href: `/u/login?state=${transaction.id}` },
  });
}

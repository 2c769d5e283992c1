import type { HttpContext } from "../http/environment.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import type { StepForm } from "../pages/mfa-code-page.js";
import { recoveryCodePage } from "../pages/mfa-recovery-page.js";
import { stepWords, type StepWords } from "../pages/mfa-words.js";
import { sendPage, type Html } from "../pages/send-page.js";
import { startChallenge } from "../policy/mfa-challenge.js";
import { renewRecoveryCode } from "../policy/mfa-enrollment.js";
import type { Authenticator } from "../state/authenticators.js";
import { findLastChallenge, type OobChallenge } from "../state/oob-challenges.js";
import { noteSecondFactor } from "../state/sessions.js";
import { giveCsrfToken } from "./hosted-form.js";
import { findSignedInRequest, type SignedInRequest } from "./signed-in-request.js";

/** Shows a page of the second step; goes on where there is none to take, and ends where it is over. */
export function atSecondStep(
  c: HttpContext,
  show: (step: SignedInRequest) => Response | Promise<Response>,
): Response | Promise<Response> {
  const step = findSignedInRequest(c);
  if (!step) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return step.session.mfaAt === null ? show(step) : goOn(c, step);
}

/** Notes the factor, and goes on to `/authorize/resume`. */
export function finishSecondStep(c: HttpContext, step: SignedInRequest): Response {
  noteSecondFactor(c.var.tenant, step.session.sid);
  return goOn(c, step);
}

/** Notes the factor, and shows the user's new recovery code before going on. */
export function finishWithRecoveryCode(c: HttpContext, step: SignedInRequest): Promise<Response> {
  const { tenant } = c.var;
  noteSecondFactor(tenant, step.session.sid);
  const code = renewRecoveryCode(tenant, step.user.userId);
  return sendStepPage(c, step, recoveryCodePage(stepForm(c, step), code));
}

export function sendStepPage(
  c: HttpContext,
  { request }: SignedInRequest,
  page: Html,
  status: 200 | 400 | 403 | 429 = 200,
): Promise<Response> {
  return sendPage(c, page, { status, formTarget: request.address.redirectUri });
}

export function stepForm(c: HttpContext, step: SignedInRequest): StepForm {
  const { transaction, request } = step;
  return {
    clientName: request.client.name,
    state: transaction.id,
    csrf: giveCsrfToken(c),
    words: wordsOf(step),
  };
}

export function wordsOf({ transaction }: SignedInRequest): StepWords {
  return stepWords(transaction.parameters["ui_locales"]);
}

/** The last code or push that this request has caused, over or not. */
export function lastChallenge(
  c: HttpContext,
  { transaction }: SignedInRequest,
  { id }: Authenticator,
): OobChallenge | undefined {
  return findLastChallenge(c.var.tenant, { authenticatorId: id, boundTo: transaction.id });
}

export function sendChallenge(
  c: HttpContext,
  { transaction, user, request }: SignedInRequest,
  authenticator: Authenticator,
): void {
  startChallenge(c.var.tenant, {
    user,
    client: request.client,
    authenticator,
    boundTo: transaction.id,
    locale: transaction.parameters["ui_locales"]?.split(" ")[0],
  });
}

function goOn(c: HttpContext, { transaction }: SignedInRequest): Response {
  return c.redirect(`/authorize/resume?state=${transaction.id}`, 303);
}

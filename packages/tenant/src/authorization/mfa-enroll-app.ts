import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { enrollAppPage } from "../pages/mfa-enroll-pages.js";
import { problemWords } from "../pages/mfa-words.js";
import { beginEnrollment } from "../policy/mfa-enrollment.js";
import { isTotpSecret, newTotpSecret, totpAddress } from "../policy/mfa-totp.js";
import { verifyTotp } from "../policy/mfa-verification.js";
import { hasCsrfToken } from "./hosted-form.js";
import {
  enrollmentAddress,
  offeredChoices,
  type EnrollmentPage,
  type Shown,
} from "./mfa-enrollment-step.js";
import { finishWithRecoveryCode, sendStepPage, stepForm, wordsOf } from "./second-step.js";
import type { SignedInRequest } from "./signed-in-request.js";

/**
 * Enrolls an authenticator app. The form carries the secret, so that nothing is stored for a page
 * that is only looked at, and nobody else can have seen the secret that is confirmed.
 */
export const enrollApp: EnrollmentPage = {
  show: (c, step) => page(c, step, newTotpSecret()),
  submit(c, step) {
    const { tenant, body } = c.var;
    const { userId } = step.user;
    const words = wordsOf(step);
    const secret = text(body.values, "secret") ?? "";
    if (!hasCsrfToken(c) || !isTotpSecret(secret)) {
      return page(c, step, newTotpSecret(), { error: words.formTooOld, status: 403 });
    }
    const { authenticator } = beginEnrollment(tenant, userId, { type: "otp", secret });
    const typed = text(body.values, "code") ?? "";
    const outcome = verifyTotp(tenant, userId, { authenticators: [authenticator], typed });
    if (outcome === "verified") return finishWithRecoveryCode(c, step);
    const status = outcome === "wrong-code" ? 400 : 429;
    return page(c, step, secret, { error: problemWords(words, outcome), status });
  },
};

function page(
  c: HttpContext,
  step: SignedInRequest,
  secret: string,
  { status, error }: Shown = {},
): Promise<Response> {
  const content = enrollAppPage({
    form: stepForm(c, step),
    action: enrollmentAddress(step, "totp"),
    secret,
    address: totpAddress(step.user, secret),
    error,
    choices: offeredChoices(step, "totp"),
  });
  return sendStepPage(c, step, content, status);
}

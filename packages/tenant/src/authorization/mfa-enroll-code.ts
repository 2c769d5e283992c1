import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { codePage } from "../pages/mfa-code-page.js";
import { problemWords } from "../pages/mfa-words.js";
import { addressHint } from "../policy/mfa-names.js";
import { verifySentCode } from "../policy/mfa-verification.js";
import type { Authenticator } from "../state/authenticators.js";
import { hasCsrfToken } from "./hosted-form.js";
import {
  enrollmentAddress,
  offeredChoices,
  type EnrollmentPage,
  type Shown,
} from "./mfa-enrollment-step.js";
import {
  finishWithRecoveryCode,
  lastChallenge,
  sendChallenge,
  sendStepPage,
  stepForm,
  wordsOf,
} from "./second-step.js";
import type { SignedInRequest } from "./signed-in-request.js";

/** Asks for the code that was sent to a new address. */
export function enrollCode(authenticator: Authenticator): EnrollmentPage {
  const pageWith = (c: HttpContext, step: SignedInRequest, shown: Shown = {}) =>
    page(c, step, { authenticator, ...shown });
  return {
    show: pageWith,
    submit(c, step) {
      const { tenant, body } = c.var;
      const words = wordsOf(step);
      if (!hasCsrfToken(c)) return pageWith(c, step, { error: words.formTooOld, status: 403 });
      if (text(body.values, "intent") === "resend") {
        sendChallenge(c, step, authenticator);
        return c.redirect(`${enrollmentAddress(step, authenticator.id)}&sent=1`, 303);
      }
      const challenge = lastChallenge(c, step, authenticator);
      if (!challenge || challenge.expired) {
        return pageWith(c, step, { error: words.expiredCode, status: 400 });
      }
      const typed = text(body.values, "code") ?? "";
      const outcome = verifySentCode(tenant, authenticator, { challenge, typed });
      if (outcome === "verified") return finishWithRecoveryCode(c, step);
      const status = outcome === "wrong-code" ? 400 : 429;
      return pageWith(c, step, { error: problemWords(words, outcome), status });
    },
  };
}

function page(
  c: HttpContext,
  step: SignedInRequest,
  { authenticator, status, error }: Shown & { authenticator: Authenticator },
): Promise<Response> {
  const words = wordsOf(step);
  const { title, lead } = words.askFor[authenticator.channel === "sms" ? "sms" : "email"];
  const content = codePage({
    form: stepForm(c, step),
    action: enrollmentAddress(step, authenticator.id),
    title,
    lead: lead(addressHint(authenticator)),
    expects: "digits",
    sent: true,
    error,
    notice: c.req.query("sent") && !error ? words.sentAgain : undefined,
    choices: offeredChoices(step),
  });
  return sendStepPage(c, step, content, status);
}

import { enrollAddress } from "../authorization/mfa-enroll-address.js";
import { enrollApp } from "../authorization/mfa-enroll-app.js";
import { enrollCode } from "../authorization/mfa-enroll-code.js";
import {
  atEnrollment,
  offeredChoices,
  type EnrollmentPage,
} from "../authorization/mfa-enrollment-step.js";
import { lastChallenge, sendStepPage, stepForm } from "../authorization/second-step.js";
import type { SignedInRequest } from "../authorization/signed-in-request.js";
import type { HttpContext } from "../http/environment.js";
import { enrollChoicePage } from "../pages/mfa-enroll-pages.js";
import { findAuthenticator } from "../state/authenticators.js";

/** GET /u/mfa/enroll: sets up a first factor for a user who has to have one. */
export function showMfaEnrollment(c: HttpContext): Response | Promise<Response> {
  return atEnrollment(c, (step) => choosePage(c, step).show(c, step));
}

/** POST /u/mfa/enroll: takes the address or the first code of the factor. */
export function submitMfaEnrollment(c: HttpContext): Response | Promise<Response> {
  return atEnrollment(c, (step) => choosePage(c, step).submit(c, step));
}

/** By the factor in the address: one that is offered, or one that this request has begun to enroll. */
function choosePage(c: HttpContext, step: SignedInRequest): EnrollmentPage {
  const factor = c.req.query("factor") ?? "";
  switch (factor) {
    case "totp":
      return enrollApp;
    case "sms":
    case "email":
      return enrollAddress(factor);
    default: {
      const begun = findAuthenticator(c.var.tenant.database, factor);
      const own = begun?.userId === step.user.userId;
      return own && lastChallenge(c, step, begun) ? enrollCode(begun) : choice;
    }
  }
}

const choice: EnrollmentPage = { show: showChoice, submit: showChoice };

function showChoice(c: HttpContext, step: SignedInRequest): Promise<Response> {
  return sendStepPage(c, step, enrollChoicePage(stepForm(c, step), offeredChoices(step)));
}

import type { HttpContext } from "../http/environment.js";
import type { StepChoice } from "../pages/mfa-code-page.js";
import { hasAuthenticator } from "../state/authenticators.js";
import { atSecondStep, wordsOf } from "./second-step.js";
import type { SignedInRequest } from "./signed-in-request.js";

/** A page on the way to a first factor. */
export interface EnrollmentPage {
  show(c: HttpContext, step: SignedInRequest): Response | Promise<Response>;
  submit(c: HttpContext, step: SignedInRequest): Response | Promise<Response>;
}

/** What a page shows besides itself. */
export interface Shown {
  readonly status?: 400 | 403 | 429;
  readonly error?: string;
}

/** Shows a page of the enrollment, unless there is a factor that has to be asked for instead. */
export function atEnrollment(
  c: HttpContext,
  show: (step: SignedInRequest) => Response | Promise<Response>,
): Response | Promise<Response> {
  return atSecondStep(c, (step) => {
    const { transaction, user } = step;
    return hasAuthenticator(c.var.tenant.database, user.userId)
      ? c.redirect(`/u/mfa?state=${transaction.id}`, 303)
      : show(step);
  });
}

export function enrollmentAddress({ transaction }: SignedInRequest, factor: string): string {
  return `/u/mfa/enroll?${new URLSearchParams({ state: transaction.id, factor }).toString()}`;
}

/** The factors to choose from, apart from the one that the page is about. */
export function offeredChoices(
  step: SignedInRequest,
  current?: "totp" | "sms" | "email",
): StepChoice[] {
  return Object.entries(wordsOf(step).offered)
    .filter(([factor]) => factor !== current)
    .map(([factor, label]) => ({ label, href: enrollmentAddress(step, factor) }));
}

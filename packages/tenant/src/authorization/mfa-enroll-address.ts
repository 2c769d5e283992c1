import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { enrollAddressPage } from "../pages/mfa-enroll-pages.js";
import { isEmail, isPhoneNumber } from "../policy/contact-address.js";
import { beginEnrollment } from "../policy/mfa-enrollment.js";
import { hasCsrfToken } from "./hosted-form.js";
import {
  enrollmentAddress,
  offeredChoices,
  type EnrollmentPage,
  type Shown,
} from "./mfa-enrollment-step.js";
import { sendChallenge, sendStepPage, stepForm, wordsOf } from "./second-step.js";
import type { SignedInRequest } from "./signed-in-request.js";

type Channel = "sms" | "email";

/** Asks for the address of a channel and sends the first code there. */
export function enrollAddress(channel: Channel): EnrollmentPage {
  return {
    show: (c, step) => page(c, step, { channel, typed: knownAddress(step, channel) }),
    submit(c, step) {
      const { tenant, body } = c.var;
      const words = wordsOf(step);
      const typed = text(body.values, "address") ?? "";
      if (!hasCsrfToken(c)) {
        return page(c, step, { channel, typed, error: words.formTooOld, status: 403 });
      }
      const address = readAddress(channel, typed);
      if (address === undefined) {
        const error = words.invalidAddress[channel];
        return page(c, step, { channel, typed, error, status: 400 });
      }
      const factor = { type: "oob", channel, address } as const;
      const { authenticator } = beginEnrollment(tenant, step.user.userId, factor);
      sendChallenge(c, step, authenticator);
      return c.redirect(enrollmentAddress(step, authenticator.id), 303);
    },
  };
}

function page(
  c: HttpContext,
  step: SignedInRequest,
  { channel, typed, error, status }: Shown & { channel: Channel; typed: string },
): Promise<Response> {
  const content = enrollAddressPage({
    form: stepForm(c, step),
    action: enrollmentAddress(step, channel),
    channel,
    typed,
    error,
    choices: offeredChoices(step, channel),
  });
  return sendStepPage(c, step, content, status);
}

function knownAddress({ user }: SignedInRequest, channel: Channel): string {
  return (channel === "sms" ? user.phoneNumber : user.email) ?? "";
}

/** A number may be typed with spaces, dots, dashes and brackets. */
function readAddress(channel: Channel, typed: string): string | undefined {
  if (channel === "email") return isEmail(typed) ? typed.trim() : undefined;
  const number = typed.replaceAll(/[\s().-]/g, "");
  return isPhoneNumber(number) ? number : undefined;
}

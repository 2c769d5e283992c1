import { hasCsrfToken } from "../authorization/hosted-form.js";
import {
  atSecondStep,
  finishSecondStep,
  finishWithRecoveryCode,
  lastChallenge,
  sendChallenge,
  sendStepPage,
  stepForm,
  wordsOf,
} from "../authorization/second-step.js";
import type { SignedInRequest } from "../authorization/signed-in-request.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { codePage, type StepChoice } from "../pages/mfa-code-page.js";
import { pushPage } from "../pages/mfa-push-page.js";
import { problemWords } from "../pages/mfa-words.js";
import { addressHint } from "../policy/mfa-names.js";
import {
  acceptPush,
  verifyRecoveryCode,
  verifySentCode,
  verifyTotp,
  type Verification,
} from "../policy/mfa-verification.js";
import { kindOf, listAuthenticators, type Authenticator } from "../state/authenticators.js";

interface Challenged extends SignedInRequest {
  /** The one that the page asks for. */
  readonly chosen: Authenticator;
  readonly others: readonly Authenticator[];
}

interface Shown {
  readonly status?: 400 | 403 | 429;
  readonly error?: string;
}

/** GET /u/mfa: asks for a second factor, and sends a code or a push the first time it is shown. */
export function showMfa(c: HttpContext): Response | Promise<Response> {
  return atFactor(c, (step) => {
    const { chosen } = step;
    if (chosen.channel === null) return page(c, step);
    const challenge = lastChallenge(c, step, chosen);
    if (!challenge) sendChallenge(c, step, chosen);
    if (challenge?.status !== "approved" || challenge.expired) return page(c, step);
    acceptPush(c.var.tenant, chosen, challenge);
    return finishSecondStep(c, step);
  });
}

/** POST /u/mfa: judges a code, or sends the next one. */
export function submitMfa(c: HttpContext): Response | Promise<Response> {
  return atFactor(c, (step) => {
    const { chosen } = step;
    const words = wordsOf(step);
    if (!hasCsrfToken(c)) return page(c, step, { error: words.formTooOld, status: 403 });
    if (text(c.var.body.values, "intent") === "resend" && chosen.channel !== null) {
      sendChallenge(c, step, chosen);
      return c.redirect(`${addressOf(step, chosen)}&sent=1`, 303);
    }
    const outcome = verify(c, step, text(c.var.body.values, "code") ?? "");
    switch (outcome) {
      case "verified":
        return chosen.type === "recovery-code"
          ? finishWithRecoveryCode(c, step)
          : finishSecondStep(c, step);
      case "expired":
        return page(c, step, { error: words.expiredCode, status: 400 });
      case "wrong-code":
        return page(c, step, { error: problemWords(words, outcome), status: 400 });
      case "too-many-attempts":
        return page(c, step, { error: problemWords(words, outcome), status: 429 });
      default:
        return outcome satisfies never;
    }
  });
}

function atFactor(
  c: HttpContext,
  show: (step: Challenged) => Response | Promise<Response>,
): Response | Promise<Response> {
  return atSecondStep(c, (step) => {
    const all = listAuthenticators(c.var.tenant.database, step.user.userId);
    const usable = all.filter(({ active }) => active);
    const factors = usable.filter(({ type }) => type !== "recovery-code");
    const [first] = factors;
    if (!first) return c.redirect(`/u/mfa/enroll?state=${step.transaction.id}`, 303);
    const wanted = c.req.query("factor");
    const chosen = usable.find(({ id }) => id === wanted) ?? first;
    const codes = usable.filter(({ type }) => type === "recovery-code");
    const others = [...factors, ...codes].filter((other) => other !== chosen);
    return show({ ...step, chosen, others });
  });
}

function verify(c: HttpContext, step: Challenged, typed: string): Verification | "expired" {
  const { tenant } = c.var;
  const { chosen, user } = step;
  switch (chosen.type) {
    case "otp":
      return verifyTotp(tenant, user.userId, { authenticators: [chosen], typed });
    case "recovery-code":
      return verifyRecoveryCode(tenant, user.userId, typed);
    case "oob": {
      const challenge = lastChallenge(c, step, chosen);
      if (!challenge || challenge.expired) return "expired";
      return verifySentCode(tenant, chosen, { challenge, typed });
    }
    default:
      return chosen.type satisfies never;
  }
}

function page(c: HttpContext, step: Challenged, shown: Shown = {}): Promise<Response> {
  const { chosen } = step;
  const kind = kindOf(chosen);
  const common = {
    form: stepForm(c, step),
    action: addressOf(step, chosen),
    error: shown.error,
    choices: step.others.map((other) => choiceOf(step, other)),
  };
  if (kind === "push") {
    const status = pushStatus(c, step);
    return sendStepPage(c, step, pushPage({ ...common, status }), shown.status);
  }
  const words = wordsOf(step);
  const { title, lead } = words.askFor[kind];
  const content = codePage({
    ...common,
    title,
    lead: lead(addressHint(chosen)),
    expects: kind === "recovery-code" ? "text" : "digits",
    sent: chosen.channel !== null,
    notice: shown.error === undefined ? noticeOf(c, step) : undefined,
  });
  return sendStepPage(c, step, content, shown.status);
}

function pushStatus(c: HttpContext, step: Challenged): "pending" | "denied" | "over" {
  const challenge = lastChallenge(c, step, step.chosen);
  if (challenge?.status === "denied") return "denied";
  return challenge && !challenge.expired ? "pending" : "over";
}

function noticeOf(c: HttpContext, step: Challenged): string | undefined {
  if (step.chosen.channel === null) return undefined;
  const words = wordsOf(step);
  if (lastChallenge(c, step, step.chosen)?.expired) return words.expiredCode;
  return c.req.query("sent") ? words.sentAgain : undefined;
}

function choiceOf(step: SignedInRequest, authenticator: Authenticator): StepChoice {
  const label = wordsOf(step).ways[kindOf(authenticator)](addressHint(authenticator));
  return { label, href: addressOf(step, authenticator) };
}

function addressOf({ transaction }: SignedInRequest, { id }: Authenticator): string {
  return `/u/mfa?${new URLSearchParams({ state: transaction.id, factor: id }).toString()}`;
}

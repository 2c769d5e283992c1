import type { HttpContext } from "../http/environment.js";
import { captchaPurposes, findCaptcha } from "../state/captchas.js";

/** GET /_tenant/captcha?state=…: the answers of the captchas made for a state, by what they are for. */
export function showCaptchaAnswers(c: HttpContext): Response {
  const state = c.req.query("state") ?? "";
  const answers = captchaPurposes.flatMap((purpose) => {
    const answer = findCaptcha(c.var.tenant, { purpose, state });
    return answer === undefined ? [] : [[purpose, answer] as const];
  });
  c.header("Cache-Control", "no-store");
  return c.json(Object.fromEntries(answers));
}

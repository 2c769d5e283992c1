import { randomInt } from "node:crypto";
import type { Handler } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text } from "../http/request-body.js";
import { captchaGlyphs } from "../pages/captcha-glyphs.js";
import { captchaImage } from "../pages/captcha-image.js";
import { saveCaptcha, type CaptchaPurpose } from "../state/captchas.js";

const length = 5;
const alphabet = Object.keys(captchaGlyphs);

/**
 * POST /usernamepassword/challenge, /dbconnections/signup/challenge,
 * /dbconnections/change_password/challenge and /passwordless/challenge: whether a captcha has to be
 * solved first, and which.
 */
export function challengeBefore(purpose: CaptchaPurpose): Handler {
  return (c) => {
    const { tenant } = c.var;
    const state = text(jsonValues(c), "state");
    c.header("Cache-Control", "no-store");
    if (tenant.settings.captcha === "never") return c.json({ required: false });
    if (!state) throw new OAuthError(400, "invalid_request", "Missing required parameter: state");
    const answer = newAnswer();
    saveCaptcha(tenant, { purpose, state }, answer);
    return c.json({
      required: true,
      provider: "auth0",
      type: "code",
      image: captchaImage(answer),
    });
  };
}

function newAnswer(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

import type { TenantContext } from "../context.js";
import { badRequest } from "../http/db-connection-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { findCaptcha, removeCaptcha, type CaptchaPurpose } from "../state/captchas.js";

/**
 * Throws `invalid_captcha` unless `captcha` in the values answers the challenge that was made for
 * their `state`. An answer counts once, right or wrong.
 */
export function requireCaptcha(
  tenant: TenantContext,
  purpose: CaptchaPurpose,
  values: BodyValues,
): void {
  if (tenant.settings.captcha === "never") return;
  const key = { purpose, state: text(values, "state") ?? "" };
  const expected = findCaptcha(tenant, key);
  removeCaptcha(tenant, key);
  const typed = text(values, "captcha")?.trim().toUpperCase();
  if (expected !== undefined && typed === expected) return;
  throw badRequest(
    "invalid_captcha",
    "Solve the challenge question to verify you are not a robot.",
  );
}

import type { TenantContext } from "../context.js";
import { digestOf } from "../tokens/secret.js";

/** What a captcha stands before. */
export type CaptchaPurpose = (typeof captchaPurposes)[number];

export const captchaPurposes = ["login", "signup", "change_password", "passwordless"] as const;

export interface CaptchaKey {
  readonly purpose: CaptchaPurpose;
  /** What the client named in its request for the challenge. */
  readonly state: string;
}

/** Keeps the answer of a new captcha in place of the former one. */
export function saveCaptcha(tenant: TenantContext, key: CaptchaKey, answer: string): void {
  tenant.database.run(
    "INSERT OR REPLACE INTO captchas (digest, answer, expires_at) VALUES (?, ?, ?)",
    digestOfKey(key),
    answer,
    tenant.clock.now() + tenant.settings.lifetimes.captcha * 1000,
  );
}

/** The answer of a captcha that still waits for it. */
export function findCaptcha(tenant: TenantContext, key: CaptchaKey): string | undefined {
  const row = tenant.database.one<{ answer: string }>(
    "SELECT answer FROM captchas WHERE digest = ? AND expires_at > ?",
    digestOfKey(key),
    tenant.clock.now(),
  );
  return row?.answer;
}

export function removeCaptcha(tenant: TenantContext, key: CaptchaKey): void {
  tenant.database.run("DELETE FROM captchas WHERE digest = ?", digestOfKey(key));
}

function digestOfKey({ purpose, state }: CaptchaKey): string {
  return digestOf(`${purpose}\n${state}`);
}

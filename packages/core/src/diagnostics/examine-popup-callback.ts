import type { Examination } from "./examination.js";
import { examineSilentLogin, type KnownBefore } from "./examine-silent-login.js";
import type { Finding } from "./finding.js";
import { silentAnswer } from "./silent-answer.js";

/** Whether the tenant sends anybody back to the address of popups, where that is another one. */
export async function examinePopupCallback(
  examination: Examination,
  known: KnownBefore,
): Promise<Finding[]> {
  const { config } = examination;
  const redirectUri = config.popupRedirectUri();
  const isOwn = new URL(redirectUri).origin === window.location.origin;
  if (!isOwn || redirectUri === config.redirectUri()) return [];
  const atPopup = { ...examination, config: { ...config, redirectUri: config.popupRedirectUri } };
  const findings = await examineSilentLogin(atPopup, await silentAnswer(atPopup), known);
  // All else is found at the redirect URI.
  return findings.filter(({ code }) => code === "callback_not_allowed");
}

import type { HttpContext } from "../http/environment.js";
import { accountWords, wordsOfBrowser } from "../pages/account-words.js";
import { noticePage } from "../pages/notice-page.js";
import { sendPage } from "../pages/send-page.js";
import { sendUnusableLink } from "../pages/send-unusable-link.js";
import { confirmPassword as confirm } from "../policy/confirm-password.js";
import { requireLegacyEndpoint } from "../policy/require-legacy-endpoint.js";

/** GET /u/confirm-password: where the mail leads that a password was asked for with. */
export async function confirmPassword(c: HttpContext): Promise<Response> {
  requireLegacyEndpoint(c);
  const outcome = await confirm(c.var.tenant, c.req.query("ticket") ?? "");
  if (outcome !== "changed") return sendUnusableLink(c, outcome, "askForNewLink");
  const { language } = wordsOfBrowser(c);
  const { passwordChanged } = accountWords({ language });
  return sendPage(c, noticePage({ ...passwordChanged, name: "password-changed", language }), {
    formTarget: null,
  });
}

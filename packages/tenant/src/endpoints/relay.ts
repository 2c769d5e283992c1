import type { HttpContext } from "../http/environment.js";
import { relayPage } from "../pages/popup-page.js";
import { sendPage } from "../pages/send-page.js";
import { listAllowedOrigins } from "../state/clients.js";
import { newSecret } from "../tokens/secret.js";

/** GET /relay.html, part of the popup protocol of auth0-js. */
export function relay(c: HttpContext): Promise<Response> {
  const nonce = newSecret(16);
  return sendPage(c, relayPage(listAllowedOrigins(c.var.tenant.database), nonce), { nonce });
}

import type { HttpContext } from "../http/environment.js";
import { errorPage } from "../pages/error-page.js";
import { sendPage } from "../pages/send-page.js";
import { newSecret } from "../tokens/secret.js";
import type { ReturnAddressOutcome } from "./return-address.js";

/**
 * Answers a request that has no address to return to. Auth0 shows its page and leaves a silent
 * caller hanging; in development a waiting page of an allowed origin is told as well.
 */
export function refuseRequest(
  c: HttpContext,
  refused: ReturnAddressOutcome & { status: "refused" },
): Promise<Response> {
  const { error, description, fix, client, redirectUri, waiting, httpStatus } = refused;
  const nonce = newSecret(16);
  const members = { error, error_description: description };
  const message =
    waiting && c.var.tenant.settings.errorPages === "posted"
      ? {
          response: waiting.state === undefined ? members : { ...members, state: waiting.state },
          origin: new URL(waiting.redirectUri).origin,
          nonce,
        }
      : undefined;
  const page = errorPage({
    error,
    description,
    fix,
    address: redirectUri,
    client: client && `${client.name} (${client.clientId})`,
    message,
  });
  return sendPage(c, page, { status: httpStatus, nonce });
}

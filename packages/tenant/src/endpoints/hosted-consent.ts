import { deliverResponse } from "../authorization/deliver-response.js";
import { giveCsrfToken, hasCsrfToken } from "../authorization/hosted-form.js";
import { findSignedInRequest, type SignedInRequest } from "../authorization/signed-in-request.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { consentPage } from "../pages/consent-page.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { chooseWords } from "../pages/hosted-words.js";
import { sendPage } from "../pages/send-page.js";
import { saveConsent } from "../state/consents.js";
import { noteConsent, removeTransaction } from "../state/transactions.js";

/** GET /u/consent: asks whether an application may have what it asks for. */
export function showConsent(c: HttpContext): Promise<Response> {
  const signedIn = findSignedInRequest(c);
  if (!signedIn) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return page(c, signedIn);
}

/** POST /u/consent: goes on with the request, or refuses it. */
export async function submitConsent(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const signedIn = findSignedInRequest(c);
  if (!signedIn) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const { transaction, request, user } = signedIn;
  if (!hasCsrfToken(c)) return page(c, signedIn, 403);
  // Anything but a clear yes is a no.
  if (text(body.values, "answer") !== "allow") {
    removeTransaction(tenant, transaction.id);
    return deliverResponse(c, request.address, {
      error: "access_denied",
      error_description: "User did not authorize the request",
    });
  }
  const subject = {
    userId: user.userId,
    clientId: request.client.clientId,
    audience: request.api?.audience ?? "",
  };
  saveConsent(tenant.database, subject, request.scope);
  noteConsent(tenant, transaction.id);
  return c.redirect(`/authorize/resume?state=${transaction.id}`, 303);
}

function page(
  c: HttpContext,
  { transaction, request, user }: SignedInRequest,
  status: 200 | 403 = 200,
): Promise<Response> {
  const words = chooseWords(transaction.parameters["ui_locales"]);
  const content = consentPage({
    clientName: request.client.name,
    account: user.email ?? user.phoneNumber ?? user.profile.name ?? user.userId,
    scopes: request.scope.split(" ").filter((scope) => scope !== ""),
    audience: request.api?.audience,
    state: transaction.id,
    csrf: giveCsrfToken(c),
    words,
    error: status === 403 ? words.formTooOld : undefined,
  });
  return sendPage(c, content, { status, formTarget: request.address.redirectUri });
}

import { giveCsrfToken, hasCsrfToken } from "../authorization/hosted-form.js";
import { findSignedInRequest, type SignedInRequest } from "../authorization/signed-in-request.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { errorPage } from "../pages/error-page.js";
import { expiredPage } from "../pages/expired-page.js";
import { chooseWords, type HostedWords } from "../pages/hosted-words.js";
import { organizationPage } from "../pages/organization-page.js";
import { sendPage } from "../pages/send-page.js";
import { listOpenOrganizations } from "../policy/resolve-organization.js";
import type { Organization } from "../state/organizations.js";
import { updateTransaction } from "../state/transactions.js";

/** GET /u/organization: asks which organization a member signs in to. */
export function showOrganizations(c: HttpContext): Promise<Response> {
  const signedIn = findSignedInRequest(c);
  if (!signedIn) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  return page(c, signedIn);
}

/** POST /u/organization: goes on as if the request had named the organization. */
export function chooseOrganization(c: HttpContext): Response | Promise<Response> {
  const { tenant, body } = c.var;
  const signedIn = findSignedInRequest(c);
  if (!signedIn) return sendPage(c, errorPage(expiredPage), { status: 400, formTarget: null });
  const words = wordsOf(signedIn);
  if (!hasCsrfToken(c)) return page(c, signedIn, { status: 403, error: words.formTooOld });
  const wanted = text(body.values, "organization");
  const organization = organizationsOf(c, signedIn).find(({ id }) => id === wanted);
  if (!organization) {
    return page(c, signedIn, { status: 400, error: words.otherOrganization });
  }
  const { id, parameters } = signedIn.transaction;
  updateTransaction(tenant, id, { ...parameters, organization: organization.id });
  return c.redirect(`/authorize/resume?state=${id}`, 303);
}

function page(
  c: HttpContext,
  signedIn: SignedInRequest,
  { status = 200, error }: { status?: 200 | 400 | 403; error?: string } = {},
): Promise<Response> {
  const { request, transaction } = signedIn;
  const content = organizationPage({
    clientName: request.client.name,
    state: transaction.id,
    csrf: giveCsrfToken(c),
    words: wordsOf(signedIn),
    organizations: organizationsOf(c, signedIn),
    error,
  });
  return sendPage(c, content, { status, formTarget: request.address.redirectUri });
}

function organizationsOf(c: HttpContext, { session, user }: SignedInRequest): Organization[] {
  return listOpenOrganizations(c.var.tenant, { user, connection: session.connection });
}

function wordsOf({ transaction }: SignedInRequest): HostedWords {
  return chooseWords(transaction.parameters["ui_locales"]);
}

import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { acceptInvitation } from "../policy/accept-invitation.js";
import { decideLogin, type LoginVerdict } from "../policy/decide-login.js";
import { noteSessionClient, type Session } from "../state/sessions.js";
import {
  completeTransaction,
  createTransaction,
  removeTransaction,
  type Transaction,
} from "../state/transactions.js";
import type { User } from "../state/users.js";
import type { AuthorizationRequest } from "./authorization-request.js";
import { deliverResponse } from "./deliver-response.js";
import { isSilent } from "./find-login.js";
import { issueResponse } from "./issue-response.js";

export interface SignedIn {
  readonly session: Session;
  readonly user: User;
}

type PageVerdict = Exclude<LoginVerdict, { kind: "allowed" }>["kind"];

/**
 * Answers the application, or shows the next page that stands between a signed-in reader and the
 * answer. Every such page ends at `/authorize/resume`, which comes here again.
 */
export async function continueAuthorization(
  c: HttpContext,
  request: AuthorizationRequest,
  { session, user, transaction }: SignedIn & { transaction?: Transaction },
): Promise<Response> {
  const { tenant } = c.var;
  const { invitation } = request.parameters;
  const verdict = await decideLogin(tenant, {
    client: request.client,
    user,
    connection: session.connection,
    organization: request.parameters["organization"],
    invitation,
    scope: request.scope,
    api: request.api,
    protocol: "redirect",
    mfa: session.mfaAt !== null,
    wantsMfa: request.wantsMfa,
    // Once asked and answered, the transaction goes on.
    wantsConsent: request.prompts.has("consent") && transaction?.consented !== true,
    onLoopback: isLoopback(request.address.redirectUri),
  });
  if (verdict.kind !== "allowed") {
    return showPage(c, request, { session, user, transaction, due: verdict.kind });
  }
  noteSessionClient(tenant, session, request.client.clientId);
  const member = invitation ? acceptInvitation(tenant, user, invitation) : user;
  const members = await issueResponse(c, request, { session, user: member, facts: verdict.facts });
  if (transaction) removeTransaction(tenant, transaction.id);
  return deliverResponse(c, request.address, members);
}

function isLoopback(redirectUri: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(redirectUri).hostname);
}

function showPage(
  c: HttpContext,
  request: AuthorizationRequest,
  shown: SignedIn & { transaction: Transaction | undefined; due: PageVerdict },
): Response {
  const { tenant } = c.var;
  if (isSilent(request)) throw silentError(c, shown.due);
  const { id } =
    shown.transaction ??
    createTransaction(tenant, request.parameters, shown.user.email ?? request.loginHint);
  completeTransaction(tenant, id, shown.session.sid);
  return c.redirect(`${pageOf(shown.due)}?state=${id}`, 303);
}

function pageOf(due: PageVerdict): string {
  switch (due) {
    case "mfa-due":
      return "/u/mfa";
    case "organization-due":
      return "/u/organization";
    case "consent-due":
      return "/u/consent";
    default:
      return due satisfies never;
  }
}

function silentError(c: HttpContext, due: PageVerdict): OAuthError {
  switch (due) {
    case "mfa-due":
      return new OAuthError(
        403,
        c.var.tenant.settings.silentMfaError,
        "Multifactor authentication required",
      );
    case "organization-due":
      return new OAuthError(403, "interaction_required", "An organization has to be chosen");
    case "consent-due":
      return new OAuthError(403, "consent_required", "Consent required");
    default:
      return due satisfies never;
  }
}

import type { HttpContext } from "../http/environment.js";
import { errorPage } from "../pages/error-page.js";
import { closedInvitation, invitationPage } from "../pages/invitation-page.js";
import { sendPage } from "../pages/send-page.js";
import { findClient, type Client } from "../state/clients.js";
import { findInvitation, type Invitation } from "../state/organizations.js";

/** GET /u/invitation: the link of an invitation leads to the application, which then asks for it. */
export function showInvitation(c: HttpContext): Response | Promise<Response> {
  const { tenant } = c.var;
  const ticket = c.req.query("ticket") ?? "";
  const invitation = findInvitation(tenant, ticket);
  const client = findClient(tenant.database, invitation?.clientId);
  if (!invitation || !client) {
    return sendPage(c, errorPage(closedInvitation), { status: 400, formTarget: null });
  }
  const parameters = parametersOf(invitation, ticket);
  if (client.initiateLoginUri !== null) {
    return c.redirect(withParameters(client.initiateLoginUri, parameters));
  }
  const start = startPageOf(client);
  const page = invitationPage({
    organizationName: invitation.organization.displayName,
    inviter: invitation.inviter,
    email: invitation.email,
    clientName: client.name,
    address: start && withParameters(start, parameters),
  });
  return sendPage(c, page, { formTarget: null });
}

/** As Auth0 appends them to the application's login URI. */
function parametersOf({ organization }: Invitation, ticket: string): Record<string, string> {
  return {
    invitation: ticket,
    organization: organization.id,
    organization_name: organization.name,
  };
}

/** The best guess for a browser application: where its first callback lives. */
function startPageOf({ callbacks }: Client): string | undefined {
  const web = callbacks.find((callback) => /^https?:/.test(callback));
  return web && new URL("/", web).href;
}

function withParameters(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

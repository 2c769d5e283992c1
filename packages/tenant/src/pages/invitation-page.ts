import { html } from "hono/html";
import type { ErrorPage } from "./error-page.js";
import { layout } from "./layout.js";
import type { Html } from "./send-page.js";

export interface InvitationPage {
  readonly organizationName: string;
  readonly inviter: string;
  readonly email: string;
  readonly clientName: string;
  /** The application's start page with the parameters of the invitation; undefined: it has none. */
  readonly address: string | undefined;
}

/** Shown for a client that has no address for invitations. */
export function invitationPage(page: InvitationPage): Html {
  const { organizationName, inviter, email, clientName, address } = page;
  return layout(
    `Join ${organizationName}`,
    html`<section class="card wide">
      <h1>Join ${organizationName}</h1>
      <p class="lead">${inviter} invites ${email} to continue to ${clientName}.</p>
      ${address ? html`<a class="button" id="go" href="${address}">Open ${clientName}</a>` : ""}
      <div class="fix">
        <h2>For developers</h2>
        <p>
          Set initiateLoginUri of ${clientName} in the tenant’s seed, and this link leads there at
          once. The application passes the parameters invitation and organization on to /authorize.
        </p>
      </div>
    </section>`,
  );
}

/** For a link that was used, is too old, or never was one. */
export const closedInvitation: ErrorPage = {
  error: "invalid_request",
  description: "This invitation has expired or was already used.",
  fix: "Ask whoever invited you for a new one.",
};

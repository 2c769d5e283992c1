import { html } from "hono/html";
import { connectionButtons, otherWays, type ConnectionButtons } from "./connection-buttons.js";
import { layout } from "./layout.js";
import type { Html } from "./send-page.js";

export interface HostedForm extends ConnectionButtons {
  readonly clientName: string;
  readonly organizationName: string | undefined;
  readonly username: string;
  readonly error: string | undefined;
  /** Off: there are buttons only. */
  readonly hasPassword: boolean;
  readonly signup: boolean;
  readonly requiresUsername: boolean;
  /** Set if the reader comes by invitation: then no other address will do. */
  readonly invitation: { readonly email: string; readonly inviter: string } | undefined;
}

/** The hosted login page: plain forms, complete without script. */
export function loginPage(form: HostedForm): Html {
  const { words, clientName, hasPassword } = form;
  const content = html`<section class="card">
    <h1>${words.signIn}</h1>
    ${leadLines(form)} ${errorLine(form.error)}
    ${hasPassword ? html`${passwordForm(form)} ${otherWays(form)}` : connectionButtons(form)}
    ${form.signup ? signupLine(form) : ""}
  </section>`;
  return layout(words.signInTo(clientName), content, { language: words.language });
}

/** Who sent the reader, and where they are on the way to. */
export function leadLines({ words, clientName, organizationName, invitation }: HostedForm): Html {
  if (!organizationName) return html`<p class="lead">${words.continueTo(clientName)}</p>`;
  if (!invitation) {
    return html`<p class="lead">${words.continueTo(`${clientName} (${organizationName})`)}</p>`;
  }
  return html`<p class="lead">${words.invitation(invitation.inviter, organizationName)}</p>
    <p class="lead">${words.continueTo(clientName)}</p>`;
}

/** Announced and pointed to, in words a reader can act on. */
export function errorLine(error: string | undefined): Html | "" {
  return error ? html`<p class="error" id="error" role="alert">${error}</p>` : "";
}

function passwordForm(form: HostedForm): Html {
  const { words, requiresUsername, username, error } = form;
  return html`<form method="post" action="/u/login?state=${encodeURIComponent(form.state)}">
    <input type="hidden" name="csrf" value="${form.csrf}" />
    <label for="username">${requiresUsername ? words.emailOrUsername : words.email}</label>
    <input
      id="username"
      name="username"
      type="${requiresUsername ? "text" : "email"}"
      autocomplete="username"
      autocapitalize="none"
      value="${username}"
      required
      ${form.invitation ? "readonly" : ""}
      ${username ? "" : "autofocus"}
    />
    <label for="password">${words.password}</label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="current-password"
      ${hasHomes(form) ? "" : "required"}
      ${error ? html`aria-describedby="error"` : ""}
      ${username ? "autofocus" : ""}
    />
    <p class="forgot">
      <a id="forgot" href="/u/forgot-password?state=${encodeURIComponent(form.state)}"
        >${words.forgotPassword}</a
      >
    </p>
    <button id="go">${words.signIn}</button>
  </form>`;
}

/** Whether an address alone may be enough: its domain may belong to a provider. */
function hasHomes({ providers }: HostedForm): boolean {
  return providers.some(({ domains }) => domains.length > 0);
}

function signupLine({ words, state }: HostedForm): Html {
  return html`<p class="other">
    ${words.noAccount}
    <a id="signup" href="/u/signup?state=${encodeURIComponent(state)}">${words.signUp}</a>
  </p>`;
}

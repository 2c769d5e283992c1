import { html } from "hono/html";
import type { ProviderUser } from "../state/provider-users.js";
import { layout } from "./layout.js";
import { errorLine } from "./login-page.js";
import { monogram } from "./monogram.js";
import type { Html } from "./send-page.js";

export interface ProviderPage {
  /** What the provider is called. */
  readonly displayName: string;
  /** Of the form: this page itself. */
  readonly action: string;
  readonly csrf: string;
  /** The account that the request hints at, if there is one. */
  readonly hinted: ProviderUser | undefined;
  /** All accounts. */
  readonly users: readonly ProviderUser[];
  /** An address that is known nowhere yet. */
  readonly newEmail: string;
  readonly error?: string | undefined;
}

/** Seconds that an answer can be made to take. */
export const delays = [0, 3, 10, 60] as const;

/** Plays the sign-in page of a social or enterprise provider; no provider is asked. */
export function providerPage(page: ProviderPage): Html {
  const { displayName, action, csrf, users, hinted } = page;
  const others = users.filter((user) => user !== hinted);
  return layout(
    `Sign in with ${displayName}`,
    html`<section class="card">
      <h1>Sign in with ${displayName}</h1>
      <p class="lead">
        A stand-in for development: this page plays ${displayName}. Nothing leaves this computer.
      </p>
      ${errorLine(page.error)}
      <form class="choices" method="post" action="${action}">
        <input type="hidden" name="csrf" value="${csrf}" />
        ${hinted ? accountButton(hinted, "choice hinted") : ""}
        ${others.map((user) => accountButton(user, "choice"))} ${otherAnswers()}
      </form>
      ${newAccountForm(page)}
    </section>`,
  );
}

function accountButton({ externalId, profile }: ProviderUser, className: string): Html {
  const { name, email } = profile;
  const title = name ?? email ?? externalId;
  return html`<button class="${className}" name="account" value="${externalId}">
    ${monogram(title)}
    <span>
      <strong>${title}</strong>
      ${email && email !== title ? html`<small>${email}</small>` : ""}
      ${email ? "" : html`<small>no e-mail address</small>`}
      ${email && profile.email_verified !== true ? html`<small>not verified</small>` : ""}
    </span>
  </button>`;
}

function otherAnswers(): Html {
  return html`<details>
    <summary>Make it fail or wait</summary>
    <label for="delay">Every answer comes</label>
    <select id="delay" name="delay">
      ${delays.map((seconds) => html`<option value="${seconds}">${delayLabel(seconds)}</option>`)}
    </select>
    <div class="pair">
      <button class="quiet" name="answer" value="deny">Deny</button>
      <button class="quiet" name="answer" value="error">Fail</button>
    </div>
  </details>`;
}

function delayLabel(seconds: number): string {
  return seconds === 0 ? "at once" : `after ${seconds} seconds`;
}

function newAccountForm({ action, csrf, users, newEmail, error }: ProviderPage): Html {
  const isAsked = users.length === 0 || newEmail !== "" || error !== undefined;
  return html`<details class="section" ${isAsked ? "open" : ""}>
    <summary>Use another account</summary>
    <form method="post" action="${action}">
      <input type="hidden" name="csrf" value="${csrf}" />
      <label for="name">Name</label>
      <input id="name" name="name" autocomplete="off" />
      <label for="email">E-mail</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="off"
        value="${newEmail}"
        required
        ${error ? html`aria-describedby="error"` : ""}
      />
      <label class="check">
        <input type="checkbox" name="verified" value="yes" checked /> The address is verified
      </label>
      <button class="quiet" name="answer" value="new">Continue</button>
    </form>
  </details>`;
}

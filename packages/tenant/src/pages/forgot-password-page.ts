import { html } from "hono/html";
import { accountWords } from "./account-words.js";
import { layout } from "./layout.js";
import { errorLine, type HostedForm } from "./login-page.js";
import type { Html } from "./send-page.js";

/** Asks whose password is to be changed. */
export function forgotPasswordPage(form: HostedForm): Html {
  const { state, csrf, username, error, requiresUsername, words } = form;
  const account = accountWords(words);
  const content = html`<section class="card">
    <h1>${account.forgotTitle}</h1>
    <p class="lead">${account.forgotLead}</p>
    ${errorLine(error)}
    <form method="post" action="/u/forgot-password?state=${encodeURIComponent(state)}">
      <input type="hidden" name="csrf" value="${csrf}" />
      <label for="username">${requiresUsername ? words.emailOrUsername : words.email}</label>
      <input
        id="username"
        name="username"
        type="${requiresUsername ? "text" : "email"}"
        autocomplete="username"
        autocapitalize="none"
        value="${username}"
        required
        autofocus
        ${error ? html`aria-describedby="error"` : ""}
      />
      <button id="go">${account.sendLink}</button>
    </form>
    <p class="other">
      <a id="login" href="/u/login?state=${encodeURIComponent(state)}">${account.backToSignIn}</a>
    </p>
  </section>`;
  return layout(account.forgotTitle, content, { language: words.language });
}

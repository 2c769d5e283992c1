import { html } from "hono/html";
import type { PasswordRefusal } from "../policy/password-policy.js";
import type { DatabaseConnection } from "../state/connections.js";
import { accountWords } from "./account-words.js";
import { otherWays } from "./connection-buttons.js";
import { layout } from "./layout.js";
import { errorLine, leadLines, type HostedForm } from "./login-page.js";
import { passwordHint } from "./password-hint.js";
import type { Html } from "./send-page.js";

export interface SignupForm extends HostedForm {
  readonly email: string;
  readonly connection: DatabaseConnection;
  readonly refusal: PasswordRefusal | undefined;
}

/** The hosted sign-up page. */
export function signupPage(form: SignupForm): Html {
  const { words, state, csrf, email, invitation, error } = form;
  const account = accountWords(words);
  const content = html`<section class="card">
    <h1>${account.createAccount}</h1>
    ${leadLines(form)} ${errorLine(error)}
    <form method="post" action="/u/signup?state=${encodeURIComponent(state)}">
      <input type="hidden" name="csrf" value="${csrf}" />
      <label for="email">${words.email}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        value="${email}"
        required
        ${invitation ? "readonly" : ""}
        ${email ? "" : "autofocus"}
      />
      ${form.requiresUsername ? usernameField(form) : ""}
      <label for="password">${words.password}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="new-password"
        aria-describedby="${error ? "error policy" : "policy"}"
        required
        ${email ? "autofocus" : ""}
      />
      ${passwordHint({ ...form, isChange: false }, account)}
      <button id="go">${words.signUp}</button>
    </form>
    ${otherWays(form)}
    <p class="other">
      ${account.haveAccount}
      <a id="login" href="/u/login?state=${encodeURIComponent(state)}">${words.signIn}</a>
    </p>
  </section>`;
  return layout(account.signUpFor(form.clientName), content, { language: words.language });
}

function usernameField({ words, username }: SignupForm): Html {
  return html`<label for="username">${accountWords(words).username}</label>
    <input
      id="username"
      name="username"
      autocomplete="username"
      autocapitalize="none"
      maxlength="15"
      value="${username}"
      required
    />`;
}

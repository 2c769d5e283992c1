import { html } from "hono/html";
import type { PasswordRefusal } from "../policy/password-policy.js";
import type { DatabaseConnection } from "../state/connections.js";
import { accountWords } from "./account-words.js";
import { layout } from "./layout.js";
import { errorLine } from "./login-page.js";
import { passwordHint } from "./password-hint.js";
import type { Html } from "./send-page.js";

export interface ResetForm {
  readonly email: string;
  readonly ticket: string;
  readonly csrf: string;
  readonly connection: DatabaseConnection;
  /** Such as `de`. */
  readonly language: string;
  readonly error: string | undefined;
  readonly refusal: PasswordRefusal | undefined;
}

/** Asks for a new password, twice. */
export function resetPage(form: ResetForm): Html {
  const { email, ticket, csrf, connection, language, error, refusal } = form;
  const words = accountWords({ language });
  const content = html`<section class="card">
    <h1>${words.newPasswordTitle}</h1>
    <p class="lead">${words.forAccount(email)}</p>
    ${errorLine(error)}
    <form method="post" action="/u/reset-password?ticket=${encodeURIComponent(ticket)}">
      <input type="hidden" name="csrf" value="${csrf}" />
      <input name="username" autocomplete="username" value="${email}" readonly hidden />
      <label for="password">${words.newPassword}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="new-password"
        aria-describedby="${error ? "error policy" : "policy"}"
        required
        autofocus
      />
      ${passwordHint({ connection, refusal, isChange: true }, words)}
      <label for="repeat">${words.repeatPassword}</label>
      <input id="repeat" name="repeat" type="password" autocomplete="new-password" required />
      <button id="go">${words.changePassword}</button>
    </form>
  </section>`;
  return layout(words.newPasswordTitle, content, { language });
}

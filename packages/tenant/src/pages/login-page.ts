import { html } from "hono/html";
import { layout } from "./layout.js";
import type { Html } from "./send-page.js";

export interface HostedForm {
  readonly clientName: string;
  /** The transaction's id. */
  readonly state: string;
  readonly csrf: string;
  readonly username: string;
  readonly error: string | undefined;
  readonly signup: boolean;
  readonly requiresUsername: boolean;
}

/** The hosted login page: a plain form, complete without script. */
export function loginPage(form: HostedForm): Html {
  const usesUsername = form.requiresUsername;
  return layout(
    `Sign in to ${form.clientName}`,
    html`<section class="card">
      <h1>Sign in</h1>
      <p class="lead">to continue to ${form.clientName}</p>
      ${errorLine(form.error)}
      <form method="post" action="/u/login?state=${encodeURIComponent(form.state)}">
        <input type="hidden" name="csrf" value="${form.csrf}" />
        <label for="username">${usesUsername ? "E-mail or username" : "E-mail"}</label>
        <input
          id="username"
          name="username"
          type="${usesUsername ? "text" : "email"}"
          autocomplete="username"
          autocapitalize="none"
          value="${form.username}"
          required
          ${form.username ? "" : "autofocus"}
        />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          ${form.error ? html`aria-describedby="error"` : ""}
          ${form.username ? "autofocus" : ""}
        />
        <button id="go">Sign in</button>
      </form>
      ${
        form.signup
          ? html`<p class="other">
              No account yet?
              <a id="signup" href="/u/signup?state=${encodeURIComponent(form.state)}">Sign up</a>
            </p>`
          : ""
      }
    </section>`,
  );
}

/** Announced and pointed to, in words a reader can act on. */
export function errorLine(error: string | undefined): Html | "" {
  return error ? html`<p class="error" id="error" role="alert">${error}</p>` : "";
}

import { html } from "hono/html";
import { layout } from "./layout.js";
import { errorLine, type HostedForm } from "./login-page.js";
import type { Html } from "./send-page.js";

/** The hosted sign-up page; `hint` states the password policy. */
export function signupPage(form: HostedForm & { email: string; hint: string }): Html {
  return layout(
    `Sign up for ${form.clientName}`,
    html`<section class="card">
      <h1>Create your account</h1>
      <p class="lead">to continue to ${form.clientName}</p>
      ${errorLine(form.error)}
      <form method="post" action="/u/signup?state=${encodeURIComponent(form.state)}">
        <input type="hidden" name="csrf" value="${form.csrf}" />
        <label for="email">E-mail</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          value="${form.email}"
          required
        />
        ${
          form.requiresUsername
            ? html`<label for="username">Username</label>
                <input
                  id="username"
                  name="username"
                  autocomplete="username"
                  autocapitalize="none"
                  value="${form.username}"
                  required
                />`
            : ""
        }
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          aria-describedby="policy"
          required
        />
        <p class="hint" id="policy">${form.hint}</p>
        <button id="go">Sign up</button>
      </form>
      <p class="other">
        Already have an account?
        <a id="login" href="/u/login?state=${encodeURIComponent(form.state)}">Sign in</a>
      </p>
    </section>`,
  );
}

import { html } from "hono/html";
import { inlineJson, script } from "./inline-script.js";
import { layout } from "./layout.js";
import type { Html } from "./send-page.js";

export interface ClassicPage {
  readonly clientName: string;
  readonly username: string;
  /** Name of the database connection. */
  readonly connection: string;
  /** Options of auth0-js' `WebAuth`, `_csrf` and `state` among them. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly nonce: string;
}

/** The classic hosted page: a form whose script is auth0-js, as tenants wrote it before 2018. */
export function classicPage(page: ClassicPage): Html {
  const { clientName, username, connection, options, nonce } = page;
  return layout(
    `Sign in to ${clientName}`,
    html`<section class="card">
        <h1>Sign in</h1>
        <p class="lead">to continue to ${clientName}</p>
        <p class="error" id="error" role="alert" hidden></p>
        <form method="post" action="/usernamepassword/login">
          <label for="username">E-mail</label>
          <input
            id="username"
            name="username"
            type="email"
            autocomplete="username"
            value="${username}"
            required
          />
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
          <button id="go">Sign in</button>
          <noscript><p class="hint">The classic page needs JavaScript.</p></noscript>
        </form>
      </section>
      <script nonce="${nonce}" src="/u/auth0.js"></script>
      ${script(
        nonce,
        `const client = new auth0.WebAuth(${inlineJson(options)});
        // auth0-js takes the page for a hosted one only if its domain has no scheme.
        client.baseOptions.domain = location.host;
        const form = document.forms[0];
        const problem = document.getElementById("error");
        form.addEventListener("submit", (event) => {
          event.preventDefault();
          problem.hidden = true;
          const { username, password } = form.elements;
          const credentials = { username: username.value, password: password.value };
          client.login({ realm: ${inlineJson(connection)}, ...credentials }, (error) => {
            if (!error) return;
            problem.textContent = error.description || "Something went wrong.";
            problem.hidden = false;
          });
        });`,
      )}`,
  );
}

/** What `/usernamepassword/login` answers with: auth0-js inserts the form and submits it. */
export function classicFormPage(content: { result: string; context: object }): Html {
  return html`<form method="post" name="hiddenform" action="/login/callback">
    <input type="hidden" name="wa" value="wsignin1.0" />
    <input type="hidden" name="wresult" value="${content.result}" />
    <input type="hidden" name="wctx" value="${JSON.stringify(content.context)}" />
    <noscript><button>Continue</button></noscript>
  </form>`;
}

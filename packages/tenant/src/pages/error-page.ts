import { html } from "hono/html";
import { layout } from "./layout.js";
import { messageScript, type Message } from "./response-pages.js";
import type { Html } from "./send-page.js";

export interface ErrorPage {
  readonly error: string;
  readonly description: string;
  readonly client?: string | undefined;
  /** What to change so that it works. */
  readonly fix: string;
  /** The address that the fix is about. */
  readonly address?: string | undefined;
  readonly message?: Message | undefined;
}

/** Shown where no response can be sent to the application. */
export function errorPage(page: ErrorPage): Html {
  const { error, description, client, fix, address, message } = page;
  return layout(
    "This request can't continue",
    html`<section class="card wide" data-error="${error}" data-error-description="${description}">
        <h1>This request can’t continue</h1>
        <p class="description">${description}</p>
        <dl>
          <dt>Error</dt>
          <dd><code>${error}</code></dd>
          ${
            client
              ? html`<dt>Client</dt>
                  <dd>${client}</dd>`
              : ""
          }
        </dl>
        <div class="fix">
          <h2>How to fix it</h2>
          <p>${fix}</p>
          ${address ? html`<code>${address}</code>` : ""}
        </div>
      </section>
      ${message ? messageScript(message) : ""}`,
  );
}

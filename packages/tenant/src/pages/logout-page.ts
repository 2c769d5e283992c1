import { html } from "hono/html";
import type { HostedWords } from "./hosted-words.js";
import { layout } from "./layout.js";
import { logoutWords } from "./logout-words.js";
import type { Html } from "./send-page.js";

export interface LogoutForm extends Pick<HostedWords, "language"> {
  readonly clientName: string | undefined;
  readonly csrf: string;
  /** The parameters of the request, to be sent again. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Asks whether a request that does not prove whose session it means is to be obeyed. */
export function logoutPage({ language, clientName, csrf, fields }: LogoutForm): Html {
  const words = logoutWords({ language });
  return layout(
    words.signOut,
    html`<section class="card">
      <h1>${words.question}</h1>
      <p class="lead">${words.asks(clientName ?? words.anApplication)}</p>
      <form method="post" action="/oidc/logout">
        <input type="hidden" name="csrf" value="${csrf}" />
        ${Object.entries(fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button id="go">${words.signOut}</button>
      </form>
    </section>`,
    { language },
  );
}

/** Shown after a logout that leads nowhere. */
export function signedOutPage({ language }: Pick<HostedWords, "language">): Html {
  const words = logoutWords({ language });
  return layout(
    words.signedOut,
    html`<section class="card">
      <h1>${words.signedOut}</h1>
      <p class="lead">${words.closePage}</p>
    </section>`,
    { language },
  );
}

import { html } from "hono/html";
import type { HostedWords } from "./hosted-words.js";
import { layout } from "./layout.js";
import { errorLine } from "./login-page.js";
import type { Html } from "./send-page.js";

export interface ConsentPage {
  readonly clientName: string;
  /** Whose account it is about. */
  readonly account: string;
  /** What is asked for. */
  readonly scopes: readonly string[];
  /** The API that the scopes are about, besides the account itself. */
  readonly audience: string | undefined;
  /** The transaction's id. */
  readonly state: string;
  readonly csrf: string;
  readonly words: HostedWords;
  readonly error?: string | undefined;
}

/** Asks whether an application may have what it asks for. */
export function consentPage(page: ConsentPage): Html {
  const { clientName, account, state, csrf, words, error } = page;
  return layout(
    words.allowAccess(clientName),
    html`<section class="card">
      <h1>${words.allowAccess(clientName)}</h1>
      <p class="lead">${words.accessTo(account)}</p>
      ${errorLine(error)}
      <form method="post" action="/u/consent?state=${encodeURIComponent(state)}">
        <input type="hidden" name="csrf" value="${csrf}" />
        ${scopeLists(page)}
        <button id="go" name="answer" value="allow">${words.allow}</button>
        <button id="decline" class="quiet" name="answer" value="decline">${words.decline}</button>
      </form>
    </section>`,
    { language: words.language },
  );
}

/** What is asked for: in words, and an API's own scopes as they are. */
function scopeLists({ scopes, audience, words }: ConsentPage): Html {
  const known = Object.entries(words.scopes).filter(([name]) => scopes.includes(name));
  const own = scopes.filter((scope) => !Object.hasOwn(words.scopes, scope));
  return html`${scopes.length > 0 ? html`<p>${words.mayUse}</p>` : ""}
    <ul class="scopes">
      ${known.map(([, phrase]) => html`<li>${phrase}</li>`)}
      ${own.map((scope) => html`<li><code>${scope}</code></li>`)}
    </ul>
    ${own.length > 0 && audience ? html`<p class="audience"><small>${audience}</small></p>` : ""}`;
}

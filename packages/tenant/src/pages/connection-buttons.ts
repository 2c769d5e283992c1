import { html } from "hono/html";
import type { ProviderConnection } from "../state/connections.js";
import type { HostedWords } from "./hosted-words.js";
import { monogram } from "./monogram.js";
import type { Html } from "./send-page.js";

export interface ConnectionButtons {
  /** The transaction's id. */
  readonly state: string;
  readonly csrf: string;
  readonly words: HostedWords;
  readonly providers: readonly ProviderConnection[];
}

/** How many stand in sight; the rest is folded away. */
const shownAtFirst = 4;

/** A button for every provider that the reader may sign in by. */
export function connectionButtons(form: ConnectionButtons): Html | "" {
  const { state, csrf, words, providers } = form;
  if (providers.length === 0) return "";
  const [first, rest] = [providers.slice(0, shownAtFirst), providers.slice(shownAtFirst)];
  return html`<form
    class="choices"
    method="post"
    action="/u/connection?state=${encodeURIComponent(state)}"
  >
    <input type="hidden" name="csrf" value="${csrf}" />
    ${first.map((provider) => button(provider, words))}
    ${
      rest.length > 0
        ? html`<details>
            <summary>${words.moreWays}</summary>
            ${rest.map((provider) => button(provider, words))}
          </details>`
        : ""
    }
  </form>`;
}

/** The same, below a form that asks for a password. */
export function otherWays(form: ConnectionButtons): Html | "" {
  if (form.providers.length === 0) return "";
  return html`<p class="or">${form.words.or}</p>
    ${connectionButtons(form)}`;
}

function button({ name, displayName }: ProviderConnection, words: HostedWords): Html {
  return html`<button class="choice" name="connection" value="${name}">
    ${monogram(displayName)} <span>${words.continueWith(displayName)}</span>
  </button>`;
}

import { html } from "hono/html";
import type { Organization } from "../state/organizations.js";
import type { HostedWords } from "./hosted-words.js";
import { layout } from "./layout.js";
import { errorLine } from "./login-page.js";
import { monogram } from "./monogram.js";
import type { Html } from "./send-page.js";

export interface OrganizationPage {
  readonly clientName: string;
  /** The transaction's id. */
  readonly state: string;
  readonly csrf: string;
  readonly words: HostedWords;
  readonly organizations: readonly Organization[];
  readonly error?: string | undefined;
}

/** Asks a member of several organizations which one they sign in to. */
export function organizationPage(page: OrganizationPage): Html {
  const { clientName, state, csrf, words, organizations, error } = page;
  return layout(
    words.chooseOrganization,
    html`<section class="card">
      <h1>${words.chooseOrganization}</h1>
      <p class="lead">${words.continueTo(clientName)}</p>
      ${errorLine(error)}
      <form
        class="choices"
        method="post"
        action="/u/organization?state=${encodeURIComponent(state)}"
      >
        <input type="hidden" name="csrf" value="${csrf}" />
        ${organizations.map(
          ({ id, displayName }) =>
            html`<button class="choice" name="organization" value="${id}">
              ${monogram(displayName)} <span><strong>${displayName}</strong></span>
            </button>`,
        )}
      </form>
    </section>`,
    { language: words.language },
  );
}

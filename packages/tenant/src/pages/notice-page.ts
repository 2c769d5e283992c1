import { html } from "hono/html";
import { layout } from "./layout.js";
import type { Html } from "./send-page.js";

export interface Notice {
  /** For programs that read the page. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** Of the words, such as `de`. */
  readonly language: string;
  /** Where to go on, on this tenant. */
  readonly action?: { readonly label: string; readonly href: string } | undefined;
}

/** Says one thing and offers at most one way on. */
export function noticePage({ name, title, text, language, action }: Notice): Html {
  const content = html`<section class="card" data-notice="${name}">
    <h1>${title}</h1>
    <p class="description">${text}</p>
    ${action ? html`<a class="button" id="go" href="${action.href}">${action.label}</a>` : ""}
  </section>`;
  return layout(title, content, { language });
}

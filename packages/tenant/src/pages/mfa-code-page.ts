import { html } from "hono/html";
import { layout } from "./layout.js";
import { errorLine } from "./login-page.js";
import type { MfaWords, StepWords } from "./mfa-words.js";
import type { Html } from "./send-page.js";

/** What every page of the second step has. */
export interface StepForm {
  readonly clientName: string;
  /** The transaction's id. */
  readonly state: string;
  readonly csrf: string;
  readonly words: StepWords;
}

/** A link to another way of taking the second step. */
export interface StepChoice {
  readonly label: string;
  readonly href: string;
}

export interface CodePage {
  readonly form: StepForm;
  /** Where the form goes, with the transaction in it. */
  readonly action: string;
  readonly title: string;
  readonly lead: string;
  /** `digits`: six of them. `text`: a recovery code. */
  readonly expects: "digits" | "text";
  /** Whether the code was sent, and could be sent again. */
  readonly sent: boolean;
  readonly error?: string | undefined;
  readonly notice?: string | undefined;
  readonly choices: readonly StepChoice[];
}

/** Asks for a code. */
export function codePage(page: CodePage): Html {
  const { form, action, title, lead, expects, sent, error, notice, choices } = page;
  const { words } = form;
  return stepLayout(
    form,
    title,
    html`<section class="card">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${sent ? inboxLine(words) : ""} ${errorLine(error)}
      ${notice ? html`<p class="notice" id="notice" role="status">${notice}</p>` : ""}
      <form method="post" action="${action}">
        <input type="hidden" name="csrf" value="${form.csrf}" />
        <label for="code">${expects === "digits" ? words.code : words.recoveryCode}</label>
        ${codeInput(expects, error)}
        <button id="go">${words.proceed}</button>
        ${
          sent
            ? html`<button class="quiet" id="resend" name="intent" value="resend" formnovalidate>
                ${words.newCode}
              </button>`
            : ""
        }
      </form>
      ${otherWays(words, choices)}
    </section>`,
  );
}

/** A field for six digits, or for a recovery code. */
export function codeInput(expects: "digits" | "text", error: string | undefined): Html {
  const digits = expects === "digits";
  return html`<input
    id="code"
    name="code"
    class="code"
    dir="ltr"
    autocomplete="${digits ? "one-time-code" : "off"}"
    autocapitalize="${digits ? "none" : "characters"}"
    ${digits ? html`inputmode="numeric"` : html`spellcheck="false"`}
    required
    autofocus
    ${error ? html`aria-describedby="error" aria-invalid="true"` : ""}
  />`;
}

export function otherWays(words: MfaWords, choices: readonly StepChoice[]): Html | "" {
  if (choices.length === 0) return "";
  return html`<nav class="ways" aria-labelledby="ways">
    <h2 id="ways">${words.otherWays}</h2>
    <ul>
      ${choices.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
    </ul>
  </nav>`;
}

/** Messages of a local tenant are read there. */
export function inboxLine(words: MfaWords): Html {
  return html`<p class="aside">
    ${words.staysHere}
    <a href="/_tenant/inbox" target="_blank" rel="noopener">${words.openInbox}</a>
  </p>`;
}

export function stepLayout(
  { clientName, words }: StepForm,
  title: string,
  content: Html,
  head?: Html,
): Html {
  return layout(`${title} – ${clientName}`, content, {
    language: words.language,
    ...(head && { head }),
  });
}

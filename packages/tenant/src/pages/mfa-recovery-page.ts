import { html } from "hono/html";
import { inGroups } from "./in-groups.js";
import { stepLayout, type StepForm } from "./mfa-code-page.js";
import type { Html } from "./send-page.js";

/** Shows a recovery code, this once. */
export function recoveryCodePage(form: StepForm, code: string): Html {
  const { words, state } = form;
  return stepLayout(
    form,
    words.keepTitle,
    html`<section class="card">
      <h1>${words.keepTitle}</h1>
      <p class="lead">${words.keepLead}</p>
      <p class="fix kept"><code id="recovery-code" dir="ltr">${inGroups(code)}</code></p>
      <form method="get" action="/authorize/resume">
        <input type="hidden" name="state" value="${state}" />
        <button id="go">${words.kept}</button>
      </form>
    </section>`,
  );
}

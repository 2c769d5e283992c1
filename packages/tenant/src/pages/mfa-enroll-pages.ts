import { html } from "hono/html";
import { inGroups } from "./in-groups.js";
import { errorLine } from "./login-page.js";
import {
  codeInput,
  otherWays,
  stepLayout,
  type StepChoice,
  type StepForm,
} from "./mfa-code-page.js";
import { qrCode } from "./qr-code.js";
import type { Html } from "./send-page.js";

/** Lets the reader choose what the second step shall be. */
export function enrollChoicePage(form: StepForm, choices: readonly StepChoice[]): Html {
  const { words } = form;
  return stepLayout(
    form,
    words.setUpTitle,
    html`<section class="card">
      <h1>${words.setUpTitle}</h1>
      <p class="lead">${words.setUpLead}</p>
      <ul class="options">
        ${choices.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
      </ul>
    </section>`,
  );
}

export interface EnrollAppPage {
  readonly form: StepForm;
  readonly action: string;
  /** Base32. */
  readonly secret: string;
  /** What the QR code says. */
  readonly address: string;
  readonly error?: string | undefined;
  readonly choices: readonly StepChoice[];
}

/** Shows a secret to an authenticator app and asks for the app's first code. */
export function enrollAppPage(page: EnrollAppPage): Html {
  const { form, action, secret, address, error, choices } = page;
  const { words } = form;
  return stepLayout(
    form,
    words.scanTitle,
    html`<section class="card">
      <h1>${words.scanTitle}</h1>
      <p class="lead">${words.scanLead}</p>
      ${qrCode(address, words.scanImage)}
      <p class="aside">${words.noCamera}</p>
      <p class="aside"><code id="secret" dir="ltr">${inGroups(secret)}</code></p>
      ${errorLine(error)}
      <form method="post" action="${action}">
        <input type="hidden" name="csrf" value="${form.csrf}" />
        <input type="hidden" name="secret" value="${secret}" />
        <label for="code">${words.code}</label>
        ${codeInput("digits", error)}
        <button id="go">${words.proceed}</button>
      </form>
      ${otherWays(words, choices)}
    </section>`,
  );
}

export interface EnrollAddressPage {
  readonly form: StepForm;
  readonly action: string;
  readonly channel: "sms" | "email";
  readonly typed: string;
  readonly error?: string | undefined;
  readonly choices: readonly StepChoice[];
}

/** Asks where codes are to be sent. */
export function enrollAddressPage(page: EnrollAddressPage): Html {
  const { form, action, channel, typed, error, choices } = page;
  const { words } = form;
  const type = channel === "sms" ? "tel" : "email";
  return stepLayout(
    form,
    words.codesBy[channel],
    html`<section class="card">
      <h1>${words.codesBy[channel]}</h1>
      <p class="lead">${words.codesLead}</p>
      ${errorLine(error)}
      <form method="post" action="${action}">
        <input type="hidden" name="csrf" value="${form.csrf}" />
        <label for="address">${channel === "sms" ? words.phoneNumber : words.email}</label>
        <input
          id="address"
          name="address"
          type="${type}"
          dir="ltr"
          autocomplete="${type}"
          value="${typed}"
          required
          autofocus
          ${error ? html`aria-describedby="error" aria-invalid="true"` : ""}
        />
        <button id="go">${words.sendCode}</button>
      </form>
      ${otherWays(words, choices)}
    </section>`,
  );
}

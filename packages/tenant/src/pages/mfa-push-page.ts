import { html } from "hono/html";
import { errorLine } from "./login-page.js";
import {
  inboxLine,
  otherWays,
  stepLayout,
  type StepChoice,
  type StepForm,
} from "./mfa-code-page.js";
import type { Html } from "./send-page.js";

/** Seconds after which a page that waits asks again. */
const interval = 3;

export interface PushPage {
  readonly form: StepForm;
  readonly action: string;
  readonly status: "pending" | "denied" | "over";
  readonly error?: string | undefined;
  readonly choices: readonly StepChoice[];
}

/** Waits for the answer to a push, by asking again without a script. */
export function pushPage({ form, action, status, error, choices }: PushPage): Html {
  const { words, csrf } = form;
  const { title, lead } = words.pushes[status];
  const waiting = status === "pending";
  return stepLayout(
    form,
    title,
    html`<section class="card" data-push="${status}">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${waiting ? inboxLine(words) : ""} ${errorLine(error)}
      <form method="post" action="${action}">
        <input type="hidden" name="csrf" value="${csrf}" />
        <button id="resend" name="intent" value="resend" ${waiting ? html`class="quiet"` : ""}>
          ${words.askAgain}
        </button>
      </form>
      ${otherWays(words, choices)}
    </section>`,
    waiting ? html`<meta http-equiv="refresh" content="${interval}" />` : undefined,
  );
}

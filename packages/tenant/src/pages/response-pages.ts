import { html } from "hono/html";
import { barePage } from "./bare-page.js";
import { inlineJson, script } from "./inline-script.js";
import type { Html } from "./send-page.js";

export interface Message {
  /** Undefined: the page stays silent. */
  readonly response: Readonly<Record<string, string | number>> | undefined;
  /** The only origin that may receive it. */
  readonly origin: string;
  readonly nonce: string;
  /** How often it is posted. Default 1. */
  readonly times?: number;
  /** Milliseconds until it is posted. Default: none. */
  readonly delay?: number;
}

/** Answers `response_mode=web_message`, to the opener of a popup or the parent of an iframe. */
export function messagePage(message: Message): Html {
  return barePage("Authorization response", messageScript(message));
}

/** The script of `messagePage`; error pages carry it too. */
export function messageScript({ response, origin, nonce, times = 1, delay }: Message): Html | "" {
  if (!response) return "";
  const data = inlineJson({ type: "authorization_response", response });
  const target = inlineJson(origin);
  const post = `(window.opener || window.parent).postMessage(${data}, ${target});`;
  if (delay !== undefined) return script(nonce, `setTimeout(() => { ${post} }, ${delay});`);
  return script(nonce, times === 1 ? post : `for (let i = 0; i < ${times}; i += 1) ${post}`);
}

/** The page of a popup that goes away without a word. */
export function closingPage(nonce: string): Html {
  return barePage("Closing", script(nonce, "window.close();"));
}

/** Answers `response_mode=form_post` (OAuth 2.0 Form Post Response Mode). */
export function formPostPage(
  action: string,
  response: Readonly<Record<string, string | number>>,
  nonce: string,
): Html {
  const fields = Object.entries(response).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return barePage(
    "Authorization response",
    html`<form method="post" action="${action}">
        ${fields}
        <noscript><button>Continue</button></noscript>
      </form>
      ${script(nonce, "document.forms[0].submit();")}`,
  );
}

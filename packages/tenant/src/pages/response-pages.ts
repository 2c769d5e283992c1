import { html, raw } from "hono/html";
import type { Html } from "./send-page.js";

export interface Message {
  /** Undefined: the page stays silent. */
  readonly response: Readonly<Record<string, string | number>> | undefined;
  /** The only origin that may receive it. */
  readonly origin: string;
  readonly nonce: string;
}

/** Answers `response_mode=web_message`, to the opener of a popup or the parent of an iframe. */
export function messagePage(message: Message): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Authorization response</title>
      </head>
      <body>
        ${messageScript(message)}
      </body>
    </html>`;
}

/** The script of `messagePage`; error pages carry it too. */
export function messageScript({ response, origin, nonce }: Message): Html | "" {
  if (!response) return "";
  const data = inlineJson({ type: "authorization_response", response });
  const target = inlineJson(origin);
  return script(nonce, `(window.opener || window.parent).postMessage(${data}, ${target});`);
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
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Authorization response</title>
      </head>
      <body>
        <form method="post" action="${action}">
          ${fields}
          <noscript><button>Continue</button></noscript>
        </form>
        ${script(nonce, "document.forms[0].submit();")}
      </body>
    </html>`;
}

function script(nonce: string, code: string): Html {
  return raw(`<script nonce="${nonce}">${code}</script>`);
}

const unsafeInScript: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** JSON that cannot end the script element it stands in. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => unsafeInScript[character] ?? "",
  );
}

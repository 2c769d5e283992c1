import { html } from "hono/html";
import type { Html } from "./send-page.js";

/** The frame of a page that acts at once and is not for reading. */
export function barePage(title: string, content: Html | ""): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body>
        ${content}
      </body>
    </html>`;
}

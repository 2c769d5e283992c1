import { html } from "hono/html";
import type { Html } from "./send-page.js";

export interface PageFrame {
  /** A stylesheet or script of the page's own. */
  readonly head?: Html;
  /** Of the words on the page, such as `de`. Default: English. */
  readonly language?: string;
}

/** The frame of every page a reader sees. */
export function layout(title: string, content: Html, frame: PageFrame = {}): Html {
  const { head = "", language = "en" } = frame;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/u/styles.css" />
        ${head}
      </head>
      <body>
        <header class="banner">
          <span>Local development tenant,</span> <span>not for production</span>
        </header>
        <main>${content}</main>
      </body>
    </html>`;
}

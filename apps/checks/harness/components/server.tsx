import { version } from "react";
import { renderToString } from "react-dom/server";
import { pageOf } from "./page.js";
import type { Shown } from "./shown.js";

export { version };

/** The page as a server sends it. */
export function render(shown: Shown): string {
  const head = `<meta charset="utf-8" /><title>Portico components</title><link rel="icon" href="data:," />`;
  const scripts = `<script type="module" src="/client.js"></script>`;
  const data = JSON.stringify(shown).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const body = `<div id="root" data-shown="${data}">${renderToString(pageOf(shown))}</div>`;
  return `<!doctype html><html lang="en"><head>${head}${scripts}</head><body>${body}</body></html>`;
}

import { html } from "hono/html";
import type { Html } from "./send-page.js";

/** Stands in for a picture: the first letter, or the first ones of two words. */
export function monogram(name: string): Html {
  const letters = name
    .split(/\s+/)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join("")
    .toUpperCase();
  return html`<span class="monogram" aria-hidden="true">${letters || "?"}</span>`;
}

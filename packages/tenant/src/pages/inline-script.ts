import { raw } from "hono/html";
import type { Html } from "./send-page.js";

/** A script element that the page's policy allows by its nonce. */
export function script(nonce: string, code: string): Html {
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
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => unsafeInScript[character] ?? "",
  );
}

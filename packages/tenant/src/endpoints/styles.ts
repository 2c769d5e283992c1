import type { HttpContext } from "../http/environment.js";
import { choicesStylesheet } from "../pages/choices-stylesheet.js";
import { mfaStylesheet } from "../pages/mfa-stylesheet.js";
import { stylesheet } from "../pages/stylesheet.js";

/** GET /u/styles.css: the look of all pages. */
export function styles(c: HttpContext): Response {
  return c.body(stylesheet + choicesStylesheet + mfaStylesheet, 200, {
    "Content-Type": "text/css; charset=utf-8",
    "Cache-Control": "no-cache",
  });
}

import type { HtmlEscapedString } from "hono/utils/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { HttpContext } from "../http/environment.js";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PagePolicy {
  readonly status?: ContentfulStatusCode;
  /** Allows the one inline script that carries it. */
  readonly nonce?: string;
  /** Allows script to call the tenant. */
  readonly connect?: true;
  /** Allows frames of this address' origin. */
  readonly frame?: string;
  /** Allows script files of the tenant and their calls to it; no script may turn text into HTML. */
  readonly live?: true;
  /**
   * Set on hosted pages (`/u/*`) only: they must not be framed, and their forms may lead to this
   * address besides the tenant itself (browsers hold redirects after a form against the list).
   */
  readonly formTarget?: string | null;
}

/** Answers with a page under a Content Security Policy. Never COOP or X-Frame-Options. */
export async function sendPage(
  c: HttpContext,
  page: Html,
  { status = 200, nonce, connect, frame, live, formTarget }: PagePolicy = {},
): Promise<Response> {
  const directives = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    ...(nonce ? [`script-src 'nonce-${nonce}'`] : []),
    ...(connect ? ["connect-src 'self'"] : []),
    ...(frame ? [`frame-src ${sourceOf(frame)}`] : []),
    ...(live ? liveDirectives : []),
    ...(formTarget === undefined
      ? []
      : [`form-action 'self' ${formTarget ? sourceOf(formTarget) : ""}`, "frame-ancestors 'none'"]),
  ];
  c.header("Content-Security-Policy", directives.join("; "));
  c.header("Cache-Control", "no-store");
  // "no-referrer" would turn the Origin of the page's own form into "null".
  c.header("Referrer-Policy", "same-origin");
  return c.html(page, status);
}

const liveDirectives = [
  "script-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

function sourceOf(address: string): string {
  const { origin, protocol } = new URL(address);
  return origin === "null" ? protocol : origin;
}

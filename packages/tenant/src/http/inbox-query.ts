import { messageKinds, type MessageFilter, type MessageKind } from "../state/messages.js";
import type { HttpContext } from "./environment.js";
import { OAuthError } from "./oauth-error.js";

/** `to`, `kind`, `since` and `after`; an empty value counts as left out. Throws a 400. */
export function readMessageFilter(c: HttpContext): MessageFilter {
  return {
    to: c.req.query("to") || undefined,
    kind: readKind(c),
    since: readWhole(c, "since", "milliseconds since 1970"),
    after: readWhole(c, "after", "the id of a message, or 0"),
  };
}

/** A whole number from 0 to `most`. Throws a 400 that says what is `expected`. */
export function readWhole(
  c: HttpContext,
  name: string,
  expected: string,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const text = c.req.query(name) || undefined;
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new OAuthError(400, "invalid_request", `${name}: expected ${expected}.`);
}

/** True for a browser that goes to an address, false for programs and for `format=json`. */
export function wantsPage(c: HttpContext): boolean {
  if (c.req.query("format") === "json") return false;
  return c.req.header("accept")?.toLowerCase().includes("text/html") ?? false;
}

function readKind(c: HttpContext): MessageKind | undefined {
  const text = c.req.query("kind") || undefined;
  const kind = messageKinds.find((known) => known === text);
  if (kind === text) return kind;
  const expected = messageKinds.join(", ");
  throw new OAuthError(400, "invalid_request", `kind: expected one of ${expected}.`);
}

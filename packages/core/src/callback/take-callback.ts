import {
  parseResponse,
  responseParameters,
  withoutBrackets,
  type AuthorizationResponse,
} from "./parse-response.js";

/**
 * Reads the authorization response from the page's address and removes it from there at once, so that no
 * script, log or bookmark meets it later. Does so only on the page that `redirectUri` names.
 */
export function takeCallback(redirectUri: string): AuthorizationResponse {
  const { pathname, search, hash } = window.location;
  if (!isPageOf(redirectUri)) return { kind: "none" };
  const response = parseResponse(search, hash);
  if (response.kind !== "none") {
    const address = pathname + withoutResponse(search) + withoutFragment(hash);
    window.history.replaceState(window.history.state, "", address);
  }
  return response;
}

/** Whether this page is the one that `redirectUri` names; some hosts add a slash at the end of every path. */
export function isPageOf(redirectUri: string): boolean {
  const { href, pathname } = window.location;
  const expected = new URL(redirectUri, href).pathname;
  return pathname.replace(/\/$/, "") === expected.replace(/\/$/, "");
}

function withoutResponse(search: string): string {
  if (parseResponse(search, "").kind === "none") return search;
  const query = new URLSearchParams(search);
  for (const name of Array.from(query.keys())) {
    if (responseParameters.includes(withoutBrackets(name))) query.delete(name);
  }
  const rest = query.toString();
  return rest && `?${rest}`;
}

function withoutFragment(hash: string): string {
  return parseResponse("", hash).kind === "none" ? hash : "";
}

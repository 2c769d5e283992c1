import { holdsResponse, responseParameters, withoutBrackets } from "./response-parameters.js";

/** A response as it stood in the page's address; `parseResponse` reads it. */
export interface TakenResponse {
  readonly search: string;
  readonly hash: string;
}

/**
 * Takes the authorization response out of the page's address, at once, so that no script, log or bookmark meets it
 * later. Does so only on the page that `redirectUri` names; undefined where there is none.
 */
export function takeCallback(redirectUri: string): TakenResponse | undefined {
  const { pathname, search, hash } = window.location;
  if (!isPageOf(redirectUri)) return undefined;
  const query = withoutResponse(search);
  const fragment = holdsResponse(hash.slice(1)) ? "" : hash;
  if (query === search && fragment === hash) return undefined;
  window.history.replaceState(window.history.state, "", pathname + query + fragment);
  return { search, hash };
}

/** Whether this page is the one that `redirectUri` names; some hosts add a slash at the end of every path. */
export function isPageOf(redirectUri: string): boolean {
  const { href, pathname } = window.location;
  const expected = new URL(redirectUri, href).pathname;
  return pathname.replace(/\/$/, "") === expected.replace(/\/$/, "");
}

function withoutResponse(search: string): string {
  if (!holdsResponse(search)) return search;
  const query = new URLSearchParams(search);
  for (const name of Array.from(query.keys())) {
    if (responseParameters.includes(withoutBrackets(name))) query.delete(name);
  }
  const rest = query.toString();
  return rest && `?${rest}`;
}

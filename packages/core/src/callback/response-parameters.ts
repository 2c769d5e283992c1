/** The parameters that an authorization response may have (RFC 6749 section 4.1.2, RFC 9207, OpenID Connect). */
export const responseParameters: readonly string[] = (
  "state code error error_description error_uri iss session_state " +
  "access_token id_token token_type expires_in scope refresh_token"
).split(" ");

/** `state` for `state[a]`: what a server-side parser might take the parameter for. */
export function withoutBrackets(name: string): string {
  return name.replace(/\[.*/s, "");
}

/** Whether a query or a fragment holds a response. A token counts without a state too, so that it never stays in the address. */
export function holdsResponse(text: string): boolean {
  const names = Array.from(new URLSearchParams(text).keys(), withoutBrackets);
  const has = (...some: string[]) => some.some((name) => names.includes(name));
  return has("access_token", "id_token") || (has("state") && has("code", "error"));
}

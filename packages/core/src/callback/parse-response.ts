import { seconds } from "../authentication/seconds.js";
import type { TokenResponse } from "../authentication/token-response.js";

/** An authorization response, as far as its grammar goes. */
export type AuthorizationResponse =
  | { readonly kind: "none" }
  | { readonly kind: "malformed"; readonly state?: string }
  | (Answer & { readonly kind: "error"; readonly error: string })
  | (Answer & { readonly kind: "code"; readonly code: string; readonly channel: Channel })
  | (Answer & {
      readonly kind: "tokens";
      readonly tokens: TokenResponse & { readonly idToken: string };
    });

/** Where a response stood. */
export type Channel = "query" | "fragment" | "message";

interface Answer {
  readonly state: string;
  /** Who says so, where they say it (RFC 9207). */
  readonly issuer?: string;
}

/** The parameters that an authorization response may have (RFC 6749 section 4.1.2, RFC 9207, OpenID Connect). */
export const responseParameters: readonly string[] = (
  "state code error error_description error_uri iss session_state " +
  "access_token id_token token_type expires_in scope refresh_token"
).split(" ");

const longestResponse = 16_384;
/** With `prompt=none` Auth0 tells by this description alone that a session is there and a second factor is due. */
const secondFactor = "Multifactor authentication required";

/**
 * Reads a response from the query (`code`) or the fragment (tokens). Never throws; every known parameter may
 * stand there once, as plain text, and tokens are taken from the fragment only.
 */
export function parseResponse(search: string, hash: string): AuthorizationResponse {
  const fragment = fieldsIn(hash.replace(/^#/, ""));
  if (looksLikeResponse(fragment)) return readFields(fragment, "fragment");
  const query = fieldsIn(search.replace(/^\?/, ""));
  if (looksLikeResponse(query)) return readFields(query, "query");
  return { kind: "none" };
}

/** Reads a response that came as the fields of a message. */
export function readMessage(message: Readonly<Record<string, unknown>>): AuthorizationResponse {
  const fields: Fields = new Map();
  for (const name of responseParameters) {
    const value = Object.hasOwn(message, name) ? message[name] : undefined;
    if (value === undefined) continue;
    const text = typeof value === "number" ? String(value) : value;
    fields.set(name, typeof text === "string" ? [text] : ["", ""]);
  }
  return readFields(fields, "message");
}

type Fields = Map<string, string[]>;

function fieldsIn(text: string): Fields {
  const fields: Fields = new Map();
  const tooLong = text.length > longestResponse;
  for (const [rawName, value] of new URLSearchParams(text)) {
    // `state[]` and `state[a]` count as a second `state`, which makes the response malformed.
    const name = withoutBrackets(rawName);
    if (!responseParameters.includes(name)) continue;
    const values = fields.get(name) ?? [];
    const twice = tooLong || name !== rawName;
    fields.set(name, [...values, value, ...(twice ? [""] : [])].slice(0, 2));
  }
  return fields;
}

/** `state` for `state[a]`: what a server-side parser might take the parameter for. */
export function withoutBrackets(name: string): string {
  const bracket = name.indexOf("[");
  return bracket < 0 ? name : name.slice(0, bracket);
}

/** A token counts without a state too, so that it never stays in the address. */
function looksLikeResponse(fields: Fields): boolean {
  const has = (...names: string[]) => names.some((name) => fields.has(name));
  return has("access_token", "id_token") || (has("state") && has("code", "error"));
}

function readFields(fields: Fields, channel: Channel): AuthorizationResponse {
  const once = (name: string) => {
    const values = fields.get(name);
    return values?.length === 1 ? values[0] : undefined;
  };
  const state = once("state");
  const clean = [...fields.values()].every(
    ([value, ...more]) => more.length === 0 && isPlain(value),
  );
  if (!clean || !state) return { kind: "malformed", ...(state && { state }) };
  const given = (...names: string[]) => names.some((name) => fields.has(name));
  const issuer = once("iss");
  const answer: Answer = { state, ...(issuer !== undefined && { issuer }) };

  const error = once("error");
  if (error && !given("code", "access_token", "id_token")) {
    const factorIsDue = error === "login_required" && once("error_description") === secondFactor;
    return { ...answer, kind: "error", error: factorIsDue ? "mfa_required" : error };
  }
  if (given("error", "refresh_token")) return { kind: "malformed", state };
  const code = once("code");
  if (code && !given("access_token", "id_token")) {
    return { ...answer, kind: "code", code, channel };
  }
  const tokens = channel === "query" || code ? undefined : readTokens(once);
  return tokens ? { ...answer, kind: "tokens", tokens } : { kind: "malformed", state };
}

function readTokens(once: (name: string) => string | undefined) {
  const accessToken = once("access_token");
  const idToken = once("id_token");
  const expiresIn = seconds(once("expires_in"));
  const scope = once("scope");
  const bearer = once("token_type")?.toLowerCase() === "bearer";
  if (!accessToken || !idToken || !expiresIn || !bearer) return undefined;
  if (/\s/.test(accessToken + idToken)) return undefined;
  return { accessToken, idToken, expiresIn, ...(scope !== undefined && { scope }) };
}

function isPlain(value: string | undefined): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return value !== undefined && !/[\u0000-\u001f]/.test(value);
}

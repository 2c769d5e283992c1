import { seconds } from "../authentication/seconds.js";
import type { TokenResponse } from "../authentication/token-response.js";

/** In characters: of a response in an address, and of each field of one in a message. */
export const longestResponse = 16_384;

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

/** The parameters of a response by name, each with the values that were found: more than one make it malformed. */
export type ResponseFields = ReadonlyMap<string, readonly string[]>;

/** With `prompt=none` Auth0 tells by this description alone that a session is there and a second factor is due. */
const secondFactor = "Multifactor authentication required";

/** Reads a response from its fields. Never throws; every known parameter may stand there once, as plain text. */
export function readFields(fields: ResponseFields, channel: Channel): AuthorizationResponse {
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

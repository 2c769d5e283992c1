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

/** The parameters of a response by name; one without a value was not there once, as text, which makes it malformed. */
export type ResponseFields = ReadonlyMap<string, string | undefined>;

/** With `prompt=none` Auth0 tells by this description alone that a session is there and a second factor is due. */
const secondFactor = "Multifactor authentication required";

/** Reads a response from its fields. Never throws; every known parameter may stand there once, as plain text. */
export function readFields(fields: ResponseFields, channel: Channel): AuthorizationResponse {
  const state = fields.get("state");
  const clean = [...fields.values()].every(isPlain);
  if (!clean || !state) return { kind: "malformed", ...(state && { state }) };
  const given = (...names: string[]) => names.some((name) => fields.has(name));
  const issuer = fields.get("iss");
  const answer: Answer = { state, ...(issuer !== undefined && { issuer }) };

  const error = fields.get("error");
  if (error && !given("code", "access_token", "id_token")) {
    const factorIsDue =
      error === "login_required" && fields.get("error_description") === secondFactor;
    return { ...answer, kind: "error", error: factorIsDue ? "mfa_required" : error };
  }
  if (given("error", "refresh_token")) return { kind: "malformed", state };
  const code = fields.get("code");
  if (code && !given("access_token", "id_token")) {
    return { ...answer, kind: "code", code, channel };
  }
  const tokens = channel === "query" || code ? undefined : readTokens(fields);
  return tokens ? { ...answer, kind: "tokens", tokens } : { kind: "malformed", state };
}

function readTokens(fields: ResponseFields) {
  const accessToken = fields.get("access_token");
  const idToken = fields.get("id_token");
  const expiresIn = seconds(fields.get("expires_in"));
  const scope = fields.get("scope");
  const bearer = fields.get("token_type")?.toLowerCase() === "bearer";
  if (!accessToken || !idToken || !expiresIn || !bearer) return undefined;
  if (/\s/.test(accessToken + idToken)) return undefined;
  return { accessToken, idToken, expiresIn, ...(scope !== undefined && { scope }) };
}

function isPlain(value: string | undefined): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return value !== undefined && !/[\u0000-\u001f]/.test(value);
}

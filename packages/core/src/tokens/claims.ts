import { base64url, sha256 } from "../crypto/random.js";
import { authError } from "../errors/auth-error.js";
import { refuse } from "./refuse.js";

/** The claims of a verified ID token (OpenID Connect Core 2). */
export interface IdTokenClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string | readonly string[];
  /** Seconds since 1970, like the other times. */
  readonly exp: number;
  readonly iat: number;
  readonly auth_time?: number;
  readonly [claim: string]: unknown;
}

/** What the token has to match. */
export interface Expectations {
  readonly issuer: string;
  readonly clientId: string;
  /** The nonce of the authorization request; absent for grants that make none. */
  readonly nonce?: string | undefined;
  /** Seconds since the user signed in that the request allowed at most. */
  readonly maxAge?: number | undefined;
  /** The user that a renewed token must still belong to. */
  readonly subject?: string | undefined;
  /** The organization of the request: its id (`org_…`), which has to be `org_id`, or its name, which has to be `org_name`. */
  readonly organization?: string | undefined;
  /** The token it was issued with; its hash is compared wherever `at_hash` is present. Undefined: not at hand. */
  readonly accessToken: string | undefined;
  /** Whether `at_hash` has to be present: front-channel responses only. */
  readonly requireHash: boolean;
  /** Tolerated clock skew in seconds. */
  readonly leeway: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const oldest = 86_400;
const latestDate = 1e11;

/** Checks every claim (OpenID Connect Core 3.1.3.7). Throws `invalid_token`, or `user_changed` on a renewal. */
export async function checkClaims(
  claims: Readonly<Record<string, unknown>>,
  expected: Expectations,
): Promise<IdTokenClaims> {
  const { iss, sub, aud, azp, nonce } = claims;
  if (iss !== expected.issuer) refuse("issuer");
  if (typeof sub !== "string" || sub.length < 1 || sub.length > 255) refuse("subject");
  checkAudience(aud, azp, expected.clientId);
  if (expected.nonce !== undefined && nonce !== expected.nonce) refuse("nonce");
  checkOrganization(claims, expected.organization);
  checkTimes(claims, expected);
  await checkHash(claims["at_hash"], expected);
  if (expected.subject !== undefined && sub !== expected.subject) throw authError("user_changed");
  return claims as unknown as IdTokenClaims;
}

function checkAudience(aud: unknown, azp: unknown, clientId: string): void {
  const audiences = Array.isArray(aud) ? aud : [aud];
  if (audiences.length === 0 || audiences.some((one) => one !== clientId)) refuse("audience");
  if (azp === undefined ? audiences.length > 1 : azp !== clientId) refuse("authorized_party");
}

/** Auth0 keeps the names of organizations in lower case. */
function checkOrganization(claims: Readonly<Record<string, unknown>>, asked?: string): void {
  if (asked === undefined) return;
  const matches = asked.startsWith("org_")
    ? claims["org_id"] === asked
    : claims["org_name"] === asked.toLowerCase();
  if (!matches) refuse("organization");
}

function checkTimes(claims: Readonly<Record<string, unknown>>, expected: Expectations): void {
  const { leeway, maxAge } = expected;
  const now = expected.now / 1000;
  const { exp, iat, nbf, auth_time: authTime } = claims;
  if (!isDate(exp)) refuse("expired");
  if (exp + leeway <= now) refuse("expired");
  if (!isDate(iat)) refuse("issued_in_future");
  // Rounded up, so that a leeway of as much would do.
  if (iat - leeway > now) refuse("issued_in_future", Math.ceil(iat - now));
  if (iat + oldest + leeway < now) refuse("issued_too_long_ago");
  if (nbf !== undefined && (!isDate(nbf) || nbf - leeway > now)) refuse("not_yet_valid");
  if (authTime !== undefined && !(isDate(authTime) && authTime - leeway <= now)) {
    refuse("authentication_time");
  }
  if (maxAge !== undefined && !(isDate(authTime) && authTime + maxAge + leeway >= now)) {
    refuse("authentication_time");
  }
}

function isDate(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < latestDate;
}

/** The left half of the access token's SHA-256 (OpenID Connect Core 3.1.3.6). */
async function checkHash(hash: unknown, { accessToken, requireHash }: Expectations): Promise<void> {
  if (!requireHash && (hash === undefined || accessToken === undefined)) return;
  if (accessToken === undefined) refuse("access_token_hash");
  const digest = await sha256(accessToken);
  if (hash !== base64url(digest.slice(0, digest.length / 2))) refuse("access_token_hash");
}

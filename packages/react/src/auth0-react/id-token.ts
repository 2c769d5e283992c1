/** The claims of an ID token as @auth0/auth0-react gives them. */
export interface IdToken {
  /** The token itself, for a server that wants to verify it. */
  readonly __raw: string;
  readonly sub: string;
  readonly iss: string;
  readonly aud: string | readonly string[];
  /** Seconds since 1970, like the other times. */
  readonly exp: number;
  readonly iat: number;
  readonly auth_time?: number;
  readonly nonce?: string;
  readonly sid?: string;
  readonly org_id?: string;
  readonly org_name?: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly [claim: string]: unknown;
}

/** Reads the claims of a token that the client has verified. */
export function idTokenClaims(token: string): IdToken {
  const [, payload = ""] = token.split(".");
  const bytes = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  return { ...JSON.parse(text), __raw: token };
}

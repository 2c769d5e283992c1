/** The person behind a session: the verified claims of the ID token (OpenID Connect Core 5.1). */
export interface User {
  /** Identifies the user at this tenant; at Auth0 `connection-strategy|id`. */
  readonly sub: string;
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly nickname?: string;
  readonly picture?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly updated_at?: string;
  readonly [claim: string]: unknown;
}

const protocolClaims = new Set(
  "iss aud exp iat nbf nonce azp at_hash c_hash auth_time sid acr amr __proto__".split(" "),
);

/** The claims that describe the user, without those that only serve the protocol or would harm who copies them. */
export function userFromClaims(claims: Readonly<Record<string, unknown>> & { sub: string }): User {
  const entries = Object.entries(claims).filter(([name]) => !protocolClaims.has(name));
  const user: Record<string, unknown> = Object.fromEntries(entries);
  if ("email_verified" in user) {
    user["email_verified"] = user["email_verified"] === true || user["email_verified"] === "true";
  }
  return Object.freeze({ ...user, sub: claims.sub });
}

import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import type { Client } from "../state/clients.js";
import type { TokenResponse } from "./issue-tokens.js";

/** One exchange at the token endpoint; throws an OAuthError to refuse. */
export type Grant = (c: HttpContext, client: Client, values: BodyValues) => Promise<TokenResponse>;

/** A parameter that the grant cannot do without. */
export function requireText(values: BodyValues, name: string): string {
  const value = text(values, name);
  if (value !== undefined) return value;
  throw new OAuthError(400, "invalid_request", `Missing required parameter: ${name}`);
}

export function invalidGrant(description: string): OAuthError {
  return new OAuthError(403, "invalid_grant", description);
}

import type { CallOptions } from "../transport/deadline.js";
import type { Tenant } from "./tenant.js";
import { tokenRequest } from "./token-grants.js";
import type { TokenResponse } from "./token-response.js";

/** A token of somebody else's, to be traded for the tenant's own. */
export interface TokenExchange {
  readonly subjectToken: string;
  /** A URI that names the kind of token; the tenant has an action for it. */
  readonly subjectTokenType: string;
  readonly actorToken?: string | undefined;
  readonly actorTokenType?: string | undefined;
  /** Further fields for the tenant's action, sent as they are. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** Trades a token: POST /oauth/token, RFC 8693. */
export function tokenExchangeGrant(
  tenant: Tenant,
  exchange: TokenExchange,
  asked: {
    scope?: string | undefined;
    audience?: string | undefined;
    organization?: string | undefined;
  },
  options: CallOptions,
): Promise<TokenResponse> {
  return tokenRequest(tenant, options, "token", {
    ...exchange.extra,
    client_id: tenant.clientId,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: exchange.subjectToken,
    subject_token_type: exchange.subjectTokenType,
    actor_token: exchange.actorToken,
    actor_token_type: exchange.actorTokenType,
    audience: asked.audience,
    organization: asked.organization,
    scope: asked.scope,
  });
}

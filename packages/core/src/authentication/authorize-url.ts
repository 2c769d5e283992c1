import type { Tenant } from "./tenant.js";

/** Parameters of an authorization request, in our spelling. */
export interface AuthorizeParameters {
  readonly responseType: "code" | "token id_token";
  readonly responseMode?: "query" | "fragment" | "web_message";
  readonly redirectUri: string;
  readonly scope: string;
  readonly audience?: string | undefined;
  readonly state: string;
  readonly nonce: string;
  readonly codeChallenge?: string | undefined;
  readonly connection?: string | undefined;
  /** Goes with `loginTicket`. */
  readonly realm?: string | undefined;
  readonly loginTicket?: string | undefined;
  readonly loginHint?: string | undefined;
  readonly screenHint?: "signup" | undefined;
  readonly prompt?: "none" | "login" | "consent" | "select_account" | undefined;
  /** Seconds since the user last signed in. */
  readonly maxAge?: number | undefined;
}

/** GET /authorize: RFC 6749 section 4.1.1, OpenID Connect Core 3.1.2.1 and RFC 7636 section 4.3. */
export function authorizeUrl(
  { origin, clientId }: Tenant,
  parameters: AuthorizeParameters,
): string {
  const { codeChallenge, maxAge } = parameters;
  return withQuery(`${origin}/authorize`, {
    client_id: clientId,
    response_type: parameters.responseType,
    response_mode: parameters.responseMode,
    redirect_uri: parameters.redirectUri,
    scope: parameters.scope,
    audience: parameters.audience,
    state: parameters.state,
    nonce: parameters.nonce,
    code_challenge: codeChallenge,
    code_challenge_method: codeChallenge && "S256",
    connection: parameters.connection,
    realm: parameters.realm,
    login_ticket: parameters.loginTicket,
    login_hint: parameters.loginHint,
    screen_hint: parameters.screenHint,
    prompt: parameters.prompt,
    max_age: maxAge === undefined ? undefined : String(maxAge),
  });
}

/** GET /v2/logout: ends the tenant's session and returns to an allowed address. */
export function logoutUrl(
  { origin, clientId }: Tenant,
  { returnTo, federated }: { returnTo?: string | undefined; federated?: boolean | undefined },
): string {
  const url = withQuery(`${origin}/v2/logout`, { client_id: clientId, returnTo });
  return federated ? `${url}&federated` : url;
}

function withQuery(
  address: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") query.set(name, value);
  }
  return `${address}?${query}`;
}

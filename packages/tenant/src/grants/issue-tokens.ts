import { takeTokenFault } from "../faults/take-fault.js";
import type { HttpContext } from "../http/environment.js";
import type { Api } from "../state/apis.js";
import type { Client } from "../state/clients.js";
import type { LoginFacts } from "../state/login-facts.js";
import type { User } from "../state/users.js";
import { issueAccessToken } from "../tokens/access-token.js";
import { issueIdToken } from "../tokens/id-token.js";

/** The success body of `/oauth/token` (RFC 6749 section 5.1). */
export interface TokenResponse {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly scope: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly token_type: "Bearer";
}

export interface TokenInput {
  readonly client: Client;
  readonly user: User;
  readonly scope: string;
  readonly api: Api | null;
  readonly nonce: string | null;
  readonly sid: string | null;
  /** Milliseconds since 1970; null without a session. */
  readonly authTime: number | null;
  readonly facts: LoginFacts;
  readonly refreshToken: string | null;
}

export async function issueTokens(c: HttpContext, input: TokenInput): Promise<TokenResponse> {
  const { tenant } = c.var;
  const { user, scope, api, refreshToken } = input;
  const { clientId } = input.client;
  const access = await issueAccessToken(tenant, {
    clientId,
    subject: user.userId,
    scope,
    facts: input.facts,
    api,
    viaBrowser: false,
  });
  const idToken = hasScope(scope, "openid")
    ? await issueIdToken(tenant, {
        ...input,
        clientId,
        accessToken: access.token,
        fault: takeTokenFault(c, user.email ?? ""),
      })
    : null;
  return {
    access_token: access.token,
    ...(refreshToken !== null && { refresh_token: refreshToken }),
    ...(idToken !== null && { id_token: idToken }),
    scope,
    expires_in: access.expiresIn,
    token_type: "Bearer",
  };
}

export function hasScope(scope: string, name: string): boolean {
  return scope.split(" ").includes(name);
}

/** A refresh token needs the scope `offline_access` and a client that may use it. */
export function wantsRefreshToken(client: Client, scope: string): boolean {
  return hasScope(scope, "offline_access") && client.grantTypes.includes("refresh_token");
}

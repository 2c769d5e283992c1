import { takeTokenFault } from "../faults/take-fault.js";
import type { HttpContext } from "../http/environment.js";
import { createCode } from "../state/codes.js";
import type { LoginFacts } from "../state/login-facts.js";
import type { Session } from "../state/sessions.js";
import type { User } from "../state/users.js";
import { issueAccessToken } from "../tokens/access-token.js";
import { issueIdToken } from "../tokens/id-token.js";
import type { AuthorizationRequest } from "./authorization-request.js";

/** Members of an authorization response, apart from `state`. */
export type ResponseMembers = Readonly<Record<string, string | number>>;

interface Issued {
  readonly session: Session;
  readonly user: User;
  readonly facts: LoginFacts;
}

/** Issues the code or the tokens that the response type asks for. */
export async function issueResponse(
  c: HttpContext,
  request: AuthorizationRequest,
  login: Issued,
): Promise<ResponseMembers> {
  return request.wants.code
    ? { code: issueCode(c, request, login) }
    : issueTokens(c, request, login);
}

function issueCode(
  c: HttpContext,
  request: AuthorizationRequest,
  { session, facts }: Issued,
): string {
  return createCode(c.var.tenant, {
    clientId: request.client.clientId,
    userId: session.userId,
    redirectUri: request.address.redirectUri,
    scope: request.scope,
    audience: request.api?.audience ?? null,
    nonce: request.nonce,
    codeChallenge: request.codeChallenge,
    sid: session.sid,
    authTime: session.authTime,
    facts,
  });
}

async function issueTokens(
  c: HttpContext,
  request: AuthorizationRequest,
  { session, user, facts }: Issued,
): Promise<ResponseMembers> {
  const { tenant } = c.var;
  const { client, api, wants } = request;
  // An offline token is never handed to the browser by /authorize.
  const scope = withoutScope(request.scope, "offline_access");
  const access = wants.token
    ? await issueAccessToken(tenant, {
        clientId: client.clientId,
        subject: user.userId,
        scope,
        api,
        facts,
        viaBrowser: true,
      })
    : null;
  const hasIdToken = wants.idToken && scope.split(" ").includes("openid");
  return {
    ...(access && {
      access_token: access.token,
      expires_in: access.expiresIn,
      token_type: "Bearer",
      scope,
    }),
    ...(hasIdToken && {
      id_token: await issueIdToken(tenant, {
        clientId: client.clientId,
        user,
        scope,
        nonce: request.nonce,
        sid: session.sid,
        authTime: session.authTime,
        facts,
        accessToken: access?.token ?? null,
        fault: takeTokenFault(c, user.email ?? ""),
      }),
    }),
  };
}

function withoutScope(scope: string, name: string): string {
  return scope
    .split(" ")
    .filter((item) => item !== name)
    .join(" ");
}

import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import type { TokenExchangeDecision } from "../policy/token-exchange-hook.js";
import type { Client } from "../state/clients.js";
import { listIdentities } from "../state/identities.js";
import { findUser } from "../state/users.js";
import { readIdToken } from "../tokens/read-id-token.js";
import { invalidGrant, requireText } from "./grant.js";
import type { TokenResponse } from "./issue-tokens.js";
import { readAccess, signInByGrant, type RequestedAccess } from "./sign-in-by-grant.js";

const idTokenType = "urn:ietf:params:oauth:token-type:id_token";

const known = new Set([
  "grant_type",
  "client_id",
  "client_secret",
  "audience",
  "scope",
  "organization",
  "subject_token",
  "subject_token_type",
  "actor_token",
  "actor_token_type",
]);

/**
 * Custom token exchange (RFC 8693). Without a hook the tenant takes ID tokens of its own, issued to
 * the same client, which must not be somebody else's. No session is created.
 */
export async function exchangeToken(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { database } = c.var.tenant;
  requireText(values, "subject_token");
  const type = requireText(values, "subject_token_type");
  const access = readAccess(c, values);
  const decision = await decide(c, { client, values, access });
  if (!decision) {
    throw new OAuthError(400, "invalid_request", `Unsupported subject_token_type: ${type}`);
  }
  if ("deny" in decision) throw new OAuthError(403, "access_denied", decision.deny);
  const user = findUser(database, decision.userId);
  if (!user) throw invalidGrant("The subject token stands for nobody.");
  const [main] = listIdentities(database, user.userId);
  const connection = main?.connection ?? "";
  const scope = decision.isTemporary ? withoutRefresh(access.scope) : access.scope;
  return signInByGrant(c, { client, user, connection, ...access, scope });
}

/** `isTemporary`: what is exchanged ends by itself, and so does what it is exchanged for. */
type Judged = TokenExchangeDecision & { readonly isTemporary?: true };

async function decide(
  c: HttpContext,
  request: { client: Client; values: BodyValues; access: RequestedAccess },
): Promise<Judged | undefined> {
  const { tenant } = c.var;
  const { client, values, access } = request;
  const subjectToken = requireText(values, "subject_token");
  const subjectTokenType = requireText(values, "subject_token_type");
  const decision = await tenant.settings.onTokenExchange({
    client: { clientId: client.clientId, name: client.name },
    subjectToken,
    subjectTokenType,
    actorToken: text(values, "actor_token"),
    actorTokenType: text(values, "actor_token_type"),
    scope: access.scope,
    audience: access.api?.audience ?? null,
    extra: Object.fromEntries(Object.entries(values).filter(([name]) => !known.has(name))),
  });
  if (decision || subjectTokenType !== idTokenType) return decision;
  // There is no page here on which its users could be asked for consent.
  if (!client.firstParty) return undefined;
  const read = await readIdToken(tenant, subjectToken, client.clientId);
  if (!read) throw invalidGrant("The subject token is not a valid ID token of this tenant.");
  return { userId: read.subject, isTemporary: true };
}

/** RFC 8693 section 2.2.1: no refresh token where one temporary credential stands for another. */
function withoutRefresh(scope: string): string {
  return scope
    .split(" ")
    .filter((name) => name !== "offline_access")
    .join(" ");
}

import { setTimeout as delay } from "node:timers/promises";
import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import type { Api } from "../state/apis.js";
import { hasAuthenticator } from "../state/authenticators.js";
import type { Client } from "../state/clients.js";
import { hasConsented } from "../state/consents.js";
import type { LoginFacts } from "../state/login-facts.js";
import type { User } from "../state/users.js";
import type { LoginDecision, LoginEvent } from "./login-hook.js";
import { resolveOrganization } from "./resolve-organization.js";
import { addressTrigger } from "./triggers.js";

/** Somebody has proved who they are; this is what they want with it. */
export interface LoginAttempt {
  readonly client: Client;
  readonly user: User;
  readonly connection: string;
  /** Id or name of the organization that the request names. */
  readonly organization: string | undefined;
  /** The ticket of an invitation to it. */
  readonly invitation?: string | undefined;
  readonly scope: string;
  readonly api: Api | null;
  /** `redirect`: pages can still be shown. `token`: they cannot. */
  readonly protocol: "redirect" | "token";
  /** Whether a second factor was given. */
  readonly mfa: boolean;
  /** Whether the request itself asks for a second factor (`acr_values`). */
  readonly wantsMfa: boolean;
  readonly wantsConsent: boolean;
  /** Whether the answer goes to an application on the reader's own computer. */
  readonly onLoopback: boolean;
}

/** What stands between a proven user and the tokens. */
export type LoginVerdict =
  | { readonly kind: "allowed"; readonly facts: LoginFacts }
  | { readonly kind: "mfa-due"; readonly facts: LoginFacts }
  | { readonly kind: "organization-due" }
  | { readonly kind: "consent-due" };

/** Decides whether a login may end in tokens; throws an OAuthError if it never may. */
export async function decideLogin(
  tenant: TenantContext,
  attempt: LoginAttempt,
): Promise<LoginVerdict> {
  const { user, connection, mfa } = attempt;
  if (user.blocked || addressTrigger(tenant, user, "blocked")) throw userIsBlocked(attempt);
  if (addressTrigger(tenant, user, "slow"))
    await delay(2000, undefined, { signal: tenant.closing });
  const resolved = resolveOrganization(tenant, attempt);
  if (resolved.kind === "choice-due") return { kind: "organization-due" };
  const { organization } = resolved;
  const decision = await askHook(tenant, attempt, organization);
  const facts: LoginFacts = {
    connection,
    organization,
    mfa,
    idTokenClaims: decision.idTokenClaims ?? {},
    accessTokenClaims: decision.accessTokenClaims ?? {},
  };
  if (!mfa && (decision.mfa || isMfaDue(tenant, attempt))) return { kind: "mfa-due", facts };
  if (isConsentDue(tenant, attempt)) return { kind: "consent-due" };
  return { kind: "allowed", facts };
}

async function askHook(
  tenant: TenantContext,
  attempt: LoginAttempt,
  organization: LoginFacts["organization"],
): Promise<LoginDecision> {
  const { user, client, connection, protocol, scope, api } = attempt;
  if (addressTrigger(tenant, user, "deny") || addressTrigger(tenant, user, "rule")) {
    throw new OAuthError(403, "unauthorized", "Access denied by a rule of this tenant.");
  }
  const decision = await callHook(tenant, {
    user: {
      userId: user.userId,
      email: user.email,
      emailVerified: user.emailVerified,
      userMetadata: user.userMetadata,
      appMetadata: user.appMetadata,
    },
    client: { clientId: client.clientId, name: client.name },
    connection,
    organization,
    protocol,
    scope,
    audience: api?.audience ?? null,
  });
  if (decision?.deny !== undefined) throw new OAuthError(403, "unauthorized", decision.deny);
  return decision ?? {};
}

/** A hook that throws refuses the login: nobody gets in because of a mistake in it. */
async function callHook(tenant: TenantContext, event: LoginEvent) {
  try {
    return await tenant.settings.onLogin(event);
  } catch (error) {
    process.stderr.write(`The login hook failed: ${String(error)}\n`);
    throw new OAuthError(403, "access_denied", "The login hook failed; see the tenant's log.");
  }
}

function isMfaDue(tenant: TenantContext, { user, wantsMfa }: LoginAttempt): boolean {
  return (
    wantsMfa ||
    user.mfaRequired ||
    addressTrigger(tenant, user, "mfa") ||
    hasAuthenticator(tenant.database, user.userId)
  );
}

/**
 * Clients of somebody else always need their users' consent; our own need it for an API that wants
 * it and, as at Auth0, where the application runs on the reader's own computer.
 */
function isConsentDue(tenant: TenantContext, attempt: LoginAttempt): boolean {
  const { client, user, api, scope } = attempt;
  if (attempt.wantsConsent) return true;
  const onLoopback = tenant.settings.loopbackConsent && attempt.onLoopback;
  if (client.firstParty && !onLoopback && (api?.skipConsent ?? true)) return false;
  const subject = {
    userId: user.userId,
    clientId: client.clientId,
    audience: api?.audience ?? "",
  };
  return !hasConsented(tenant.database, subject, scope);
}

function userIsBlocked({ protocol }: LoginAttempt): OAuthError {
  return new OAuthError(protocol === "redirect" ? 403 : 401, "unauthorized", "user is blocked");
}

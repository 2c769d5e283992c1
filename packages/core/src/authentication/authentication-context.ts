import { createKeySet, type KeySet } from "../tokens/jwks.js";
import { createSecretKeySet } from "../tokens/secret-key-set.js";
import type { CallOptions } from "../transport/deadline.js";
import { isInBrowser, type ResolvedAuthenticationConfig } from "./authentication-config.js";
import { createDeprecation } from "./deprecation.js";
import type { LegacyName } from "./legacy-catalogue.js";
import type { Tenant } from "./tenant.js";

/** What every call accepts that names an application. */
export interface ClientCall extends CallOptions {
  /** Another application than the configured one; its calls go without the configured secret. */
  readonly clientId?: string | undefined;
}

/** What every call accepts that signs somebody in. */
export interface SignInCall extends ClientCall {
  /** The user's address, for the tenant's attack protection: `auth0-forwarded-for`. On servers only. */
  readonly forwardedFor?: string | undefined;
}

/** What the calls of one client share. */
export interface AuthenticationContext {
  readonly config: ResolvedAuthenticationConfig;
  /** One for each algorithm that ID tokens may be signed with. */
  readonly keySets: readonly KeySet[];
  /** Says once that a call is deprecated. */
  readonly deprecated: (name: LegacyName) => void;
}

/** Nothing is fetched before the first call that needs it. */
export function createAuthenticationContext(
  config: ResolvedAuthenticationConfig,
): AuthenticationContext {
  const { origin, deadline, clientSecret = "", deprecationWarnings } = config;
  return {
    config,
    keySets: config.idTokenAlgorithms.map((algorithm) =>
      algorithm === "RS256"
        ? createKeySet(`${origin}/.well-known/jwks.json`, deadline)
        : createSecretKeySet(clientSecret),
    ),
    deprecated: createDeprecation(deprecationWarnings),
  };
}

/** The tenant as one call sees it. Throws an `Error` where no application is named. */
export function callerOf({ config }: AuthenticationContext, call: SignInCall): Tenant {
  const clientId = call.clientId ?? config.clientId;
  if (!clientId) {
    throw new Error(
      "A call of AuthenticationClient names no application. Nothing was sent. Give a clientId to the call or to the constructor.",
    );
  }
  const { clientSecret } = config;
  return {
    ...tenantOf(config),
    clientId,
    ...(clientId === config.clientId && { clientSecret }),
    forwardedFor: checkedAddress(call.forwardedFor),
  };
}

/** The tenant for calls that name no application. */
export function tenantOf({ origin, deadline }: ResolvedAuthenticationConfig): Tenant {
  return { origin, clientId: "", requestDeadline: deadline };
}

function checkedAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (isInBrowser()) {
    throw new Error(
      "forwardedFor was given in a browser. Nothing was sent. Leave it out: the tenant sees this browser's own address.",
    );
  }
  if (!/^[\da-f.:]{2,45}$/i.test(address)) {
    throw new Error(
      "forwardedFor is no IP address. Nothing was sent. Give one address, without a port.",
    );
  }
  return address;
}

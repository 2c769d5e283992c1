import { refuseUnknownKeys } from "./refuse-unknown-keys.js";
import { mistake, tenantOrigin } from "./tenant-origin.js";

/** How a client without a secret reaches a tenant: in browsers, in workers and on servers. */
export interface PublicAuthenticationConfig extends SharedConfig {
  /** What every call takes that names an application and is given no other. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: undefined;
  /** RS256 is the only algorithm that a client without a secret may accept. */
  readonly idTokenAlgorithms?: readonly "RS256"[] | undefined;
}

/** How a client with a secret reaches a tenant: on servers only. */
export interface ConfidentialAuthenticationConfig extends SharedConfig {
  readonly clientId: string;
  /** Sent with the calls of `clientId`. A page that is given one throws. */
  readonly clientSecret: string;
  /** The algorithms that ID tokens may be signed with; RS256 if not given. HS256 takes the secret for its key. */
  readonly idTokenAlgorithms?: readonly IdTokenAlgorithm[] | undefined;
}

/** How to reach a tenant's Authentication API. */
export type AuthenticationConfig = PublicAuthenticationConfig | ConfidentialAuthenticationConfig;

/** What an ID token may be signed with. */
export type IdTokenAlgorithm = "RS256" | "HS256";

interface SharedConfig {
  /** The tenant: a host such as `example.eu.auth0.com`, or an origin for a tenant on this machine. */
  readonly domain: string;
  /** Whether ID tokens are verified; true if not given. Off, results hold them as `{ unverified }`. */
  readonly verifyIdToken?: boolean | undefined;
  /** Tolerated clock skew in seconds, 0 to 300; 60 if not given. */
  readonly leeway?: number | undefined;
  /** Deadline of a request, and of fetching the keys, in milliseconds; 15 000 if not given. */
  readonly deadline?: number | undefined;
  /** What ID tokens must name as their issuer; the origin of `domain` with a slash if not given. */
  readonly issuer?: string | undefined;
  /** Whether deprecated calls say so on the console, each once; true if not given. Never in production. */
  readonly deprecationWarnings?: boolean | undefined;
}

/** A checked configuration with every default filled in. */
export interface ResolvedAuthenticationConfig {
  /** The tenant's origin, without a slash at the end. */
  readonly origin: string;
  readonly issuer: string;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly idTokenAlgorithms: readonly IdTokenAlgorithm[];
  readonly verifyIdToken: boolean;
  readonly leeway: number;
  readonly deadline: number;
  readonly deprecationWarnings: boolean;
}

/** Checks a configuration and fills in its defaults. Throws an `Error` on a developer's mistake. */
export function resolveAuthenticationConfig(
  config: AuthenticationConfig,
): ResolvedAuthenticationConfig {
  refuseUnknownKeys(config, keys, formerKeys);
  const { clientId, clientSecret, leeway = 60, deadline = 15_000, issuer } = config;
  const origin = tenantOrigin(config.domain, "domain");
  if (clientId !== undefined && !isText(clientId)) {
    throw mistake("a clientId that is no text", "Leave it out, or give it to each call.");
  }
  if (clientSecret !== undefined) checkSecret(clientId, clientSecret);
  if (!Number.isInteger(leeway) || leeway < 0 || leeway > 300) {
    throw mistake("a leeway that is no whole number from 0 to 300", "It is in seconds.");
  }
  if (!(deadline > 0)) {
    throw mistake("a deadline that is no positive number", "It is in milliseconds.");
  }
  if (issuer !== undefined && !isText(issuer)) {
    throw mistake("an issuer that is no text", "It is an address such as https://id.example.com/.");
  }
  return {
    origin,
    issuer: issuer ?? `${origin}/`,
    clientId,
    clientSecret,
    idTokenAlgorithms: checkedAlgorithms(config),
    verifyIdToken: config.verifyIdToken ?? true,
    leeway,
    deadline,
    deprecationWarnings: config.deprecationWarnings ?? true,
  };
}

/** Whether this is a page or a worker of one, where everybody can read what the code holds. */
export function isInBrowser(): boolean {
  return typeof window !== "undefined" || "importScripts" in globalThis;
}

function checkSecret(clientId: unknown, clientSecret: unknown): void {
  if (isInBrowser()) {
    throw mistake(
      "a clientSecret in a browser",
      "Whoever opens the page could read it. Leave it out here, and replace it at Auth0 if it was ever published.",
    );
  }
  if (!isText(clientSecret)) {
    throw mistake("a clientSecret that is no text", "Copy it from the application's settings.");
  }
  if (!isText(clientId)) {
    throw mistake("a clientSecret without its clientId", "Give the one that it belongs to.");
  }
}

function checkedAlgorithms(config: AuthenticationConfig): readonly IdTokenAlgorithm[] {
  const algorithms: readonly IdTokenAlgorithm[] = config.idTokenAlgorithms ?? ["RS256"];
  const isKnown = (name: unknown) => name === "RS256" || name === "HS256";
  if (!Array.isArray(algorithms) || algorithms.length === 0 || !algorithms.every(isKnown)) {
    throw mistake("unknown idTokenAlgorithms", 'Use ["RS256"].');
  }
  if (!algorithms.includes("HS256")) return [...algorithms];
  // RFC 7518 section 3.2: a shorter key can be found out from a single token.
  if (new TextEncoder().encode(config.clientSecret).length < 32) {
    throw mistake(
      "HS256 and no clientSecret of at least 32 bytes",
      "Give the secret, or have the application sign with RS256 at Auth0.",
    );
  }
  return [...algorithms];
}

const keys: Readonly<Record<keyof AuthenticationConfig, true>> = {
  domain: true,
  clientId: true,
  clientSecret: true,
  idTokenAlgorithms: true,
  verifyIdToken: true,
  leeway: true,
  deadline: true,
  issuer: true,
  deprecationWarnings: true,
};

const formerKeys: Readonly<Record<string, string>> = {
  clientID: "clientId",
  supportedAlgorithms: "idTokenAlgorithms",
  __bypassIdTokenValidation: "verifyIdToken",
};

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

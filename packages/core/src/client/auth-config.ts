import { refuseUnknownKeys } from "../authentication/refuse-unknown-keys.js";
import { mistake, tenantOrigin } from "../authentication/tenant-origin.js";
import type { EngineFactory } from "../engine/engine.js";
import type { FlowConfig, LoginVia } from "../flows/flow-context.js";
import type { SessionPort } from "../session/storage-port.js";

/** How to reach one application at one Auth0 tenant. */
export interface AuthConfig {
  /** The tenant: a host such as `example.eu.auth0.com`, or an origin for a tenant on this machine. */
  readonly domain: string;
  /** The application's Client ID, as its settings at Auth0 show it. It is no secret. */
  readonly clientId: string;
  /** Where redirects come back to; this page's origin if not given. Has to be an Allowed Callback URL. */
  readonly redirectUri?: string | undefined;
  /** The API that access tokens are for by default. */
  readonly audience?: string | undefined;
  /** `openid profile email` if not given; `offline_access` adds a refresh token. */
  readonly scope?: string | undefined;
  /** Authorization code with PKCE if not given; `token id_token` is the implicit grant. */
  readonly responseType?: "code" | "token id_token" | undefined;
  /** The organization to sign in to: its id (`org_…`) or its name. ID tokens are held to it. */
  readonly organization?: string | undefined;
  /** Where popups come back to, if elsewhere than `redirectUri`. Has to be an Allowed Callback URL of this origin. */
  readonly popupRedirectUri?: string | undefined;
  /** The tenant's own host for the Management API, where `domain` is a custom domain. */
  readonly managementDomain?: string | undefined;
  /** The database connection; Auth0's default one if not given. */
  readonly databaseConnection?: string | undefined;
  /** How `login` travels unless it says otherwise; `in-page` if not given. */
  readonly loginVia?: LoginVia | undefined;
  /** Whether `start` asks the tenant for a session when no callback is at hand; true if not given. */
  readonly checkSessionOnStart?: boolean | undefined;
  /**
   * Where the session lives; `memory` if not given. With `session` it outlives a reload of its tab, in sessionStorage,
   * where every script of the page can read all of its tokens, the refresh token included. A port of one's own has to
   * keep what one tab wrote for that tab alone.
   */
  readonly storage?: "memory" | "session" | SessionPort | undefined;
  /** Tolerated clock skew in seconds, 0 to 300; 60 if not given. */
  readonly leeway?: number | undefined;
  /** Whether to remember, in localStorage, how somebody last signed in; false if not given. */
  readonly rememberLastSignIn?: boolean | undefined;
  /** What speaks to the tenant; Portico's own engine if not given. */
  readonly engine?: EngineFactory | undefined;
  /** Deadlines in milliseconds: of a request (15 000), silent authentication (10 000), the keys (10 000), a popup (120 000). */
  readonly deadlines?: Partial<Deadlines> | undefined;
}

/** In milliseconds. */
export interface Deadlines {
  readonly request: number;
  readonly silent: number;
  readonly keys: number;
  readonly popup: number;
}

/** A checked configuration with every default filled in. */
export interface ResolvedConfig extends FlowConfig {
  /** The tenant's origin, without a slash at the end. */
  readonly origin: string;
  /** What ID tokens must name as their issuer. */
  readonly issuer: string;
  readonly clientId: string;
  readonly responseType: "code" | "token id_token";
  readonly checkSessionOnStart: boolean;
  readonly rememberLastSignIn: boolean;
  readonly storage: "memory" | "session" | SessionPort;
  readonly leeway: number;
  readonly deadlines: Deadlines;
  readonly engine: EngineFactory | undefined;
}

/** Checks a configuration and fills in its defaults; the one given stays as it is. Throws on a developer's mistake. */
export function resolveConfig(config: AuthConfig): ResolvedConfig {
  refuseUnknownKeys(config, keys, formerKeys);
  const { clientId, redirectUri, popupRedirectUri = redirectUri, leeway = 60 } = config;
  const { responseType = "code", loginVia = "in-page", storage = "memory" } = config;
  if (typeof clientId !== "string" || clientId === "") {
    throw mistake("no clientId", "Copy it from the application's settings at Auth0.");
  }
  if (!Number.isInteger(leeway) || leeway < 0 || leeway > 300) {
    throw mistake("an unusable leeway", "Use whole seconds from 0 to 300.");
  }
  oneOf("responseType", responseType, ["code", "token id_token"]);
  oneOf("loginVia", loginVia, ["in-page", "redirect", "password-realm"]);
  const { read, write } = Object(storage) as Partial<SessionPort>;
  const isPort = typeof read === "function" && typeof write === "function";
  if (!isPort)
    oneOf("storage", storage, ["memory", "session"], " or an object with read and write");
  for (const [key, address] of Object.entries({ redirectUri, popupRedirectUri })) {
    if (address === undefined || URL.canParse(address)) continue;
    throw mistake(`a ${key} that is no full address`, "Begin it with https://.");
  }
  const origin = tenantOrigin(config.domain, "domain");
  return {
    origin,
    issuer: `${origin}/`,
    clientId,
    responseType,
    leeway,
    redirectUri: () => redirectUri ?? window.location.origin,
    popupRedirectUri: () => popupRedirectUri ?? window.location.origin,
    managementOrigin: config.managementDomain
      ? tenantOrigin(config.managementDomain, "managementDomain")
      : origin,
    organization: config.organization,
    engine: config.engine,
    audience: config.audience,
    scope: config.scope ?? "openid profile email",
    databaseConnection: config.databaseConnection ?? "Username-Password-Authentication",
    loginVia,
    rememberLastSignIn: config.rememberLastSignIn ?? false,
    storage,
    checkSessionOnStart: config.checkSessionOnStart ?? true,
    deadlines: resolveDeadlines(config.deadlines),
  };
}

function oneOf(key: string, value: unknown, known: readonly string[], more = ""): void {
  if (known.some((one) => one === value)) return;
  throw mistake(`an unknown ${key}`, `Use "${known.join('" or "')}"${more}.`);
}

function resolveDeadlines(given: Partial<Deadlines> = {}): Deadlines {
  const { request = 15_000, silent = 10_000, keys = 10_000, popup = 120_000 } = given;
  if (![request, silent, keys, popup].every((deadline) => deadline > 0)) {
    throw mistake("an unusable deadline", "Use milliseconds, more than 0.");
  }
  return { request, silent, keys, popup };
}

const keys: Readonly<Record<keyof AuthConfig, true>> = {
  domain: true,
  clientId: true,
  redirectUri: true,
  audience: true,
  scope: true,
  responseType: true,
  organization: true,
  popupRedirectUri: true,
  managementDomain: true,
  databaseConnection: true,
  loginVia: true,
  checkSessionOnStart: true,
  rememberLastSignIn: true,
  storage: true,
  leeway: true,
  engine: true,
  deadlines: true,
};

const formerKeys: Readonly<Record<string, string>> = {
  clientID: "clientId",
  callbackURL: "redirectUri",
  callbackOnLocationHash: "responseType",
};

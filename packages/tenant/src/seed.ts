import type { TenantContext } from "./context.js";
import { checkSeed } from "./check-seed.js";
import { saveApi } from "./state/apis.js";
import { saveClient, type TokenEndpointAuthMethod } from "./state/clients.js";
import { defaultConnection, saveConnection, type PasswordPolicyName } from "./state/connections.js";
import { replaceTenantLogoutUrls } from "./state/logout-urls.js";
import { createUser, findUserByLogin, type NewUser } from "./state/users.js";

/** What a tenant starts with. Applying it again updates everything but existing users. */
export interface TenantSeed {
  clients: SeedClient[];
  connections?: SeedConnection[];
  users?: SeedUser[];
  apis?: SeedApi[];
  /** Where a logout that names no client may return to. */
  logoutUrls?: string[];
}

export interface SeedClient {
  clientId: string;
  name: string;
  /** Compared as they are: no wildcards, no added slash. */
  callbacks: string[];
  webOrigins: string[];
  logoutUrls: string[];
  /** Default: every grant of this tenant. */
  grantTypes?: string[];
  /** Default on. */
  refreshTokenRotation?: boolean;
  /** Whether `/co/authenticate` is open to this client. Default on. */
  crossOriginLogin?: boolean;
  /** Default `none`: a public client. */
  tokenEndpointAuthMethod?: TokenEndpointAuthMethod;
  clientSecret?: string;
}

export interface SeedConnection {
  name: string;
  /** Default `good`. */
  passwordPolicy?: PasswordPolicyName;
  /** Refuse passwords that contain the name or e-mail address. Default off. */
  noUserInfo?: boolean;
  /** Default on. */
  signup?: boolean;
  requiresUsername?: boolean;
  /** Answer duplicates with `user_exists` in place of `invalid_signup`. */
  legacySignupErrors?: boolean;
}

export interface SeedUser {
  email: string;
  /** Plain; stored hashed. Not held against the password policy. */
  password: string;
  /** Default: the first connection. */
  connection?: string;
  name?: string;
  username?: string;
  emailVerified?: boolean;
  blocked?: boolean;
  userMetadata?: Record<string, unknown>;
}

export interface SeedApi {
  audience: string;
  scopes: string[];
  /** Seconds. */
  tokenLifetime?: number;
  browserTokenLifetime?: number;
}

const everyGrantType = [
  "authorization_code",
  "implicit",
  "refresh_token",
  "password",
  "http://auth0.com/oauth/grant-type/password-realm",
];

/** Throws an error that names the path of the first wrong value, before anything is changed. */
export async function applySeed(tenant: TenantContext, input: TenantSeed): Promise<void> {
  const seed = checkSeed(input);
  const { database } = tenant;
  database.transaction(() => {
    for (const client of seed.clients) applyClient(tenant, client);
    for (const connection of seed.connections ?? []) applyConnection(tenant, connection);
    for (const api of seed.apis ?? []) {
      saveApi(database, {
        audience: api.audience,
        scopes: api.scopes,
        tokenLifetime: api.tokenLifetime ?? null,
        browserTokenLifetime: api.browserTokenLifetime ?? null,
      });
    }
    if (seed.logoutUrls) replaceTenantLogoutUrls(database, seed.logoutUrls);
  });
  for (const [index, user] of (seed.users ?? []).entries()) {
    await applyUser(tenant, user, `users[${index}]`);
  }
}

function applyClient(tenant: TenantContext, client: SeedClient): void {
  const defaults = {
    grantTypes: everyGrantType,
    refreshTokenRotation: true,
    crossOriginLogin: true,
    tokenEndpointAuthMethod: "none" as const,
  };
  saveClient(tenant.database, { ...defaults, ...client }, client.clientSecret);
}

function applyConnection(tenant: TenantContext, connection: SeedConnection): void {
  saveConnection(tenant.database, {
    passwordPolicy: "good",
    noUserInfo: false,
    signup: true,
    requiresUsername: false,
    legacySignupErrors: false,
    ...connection,
  });
}

/** An existing user is left alone: it may have changed its password since. */
async function applyUser(tenant: TenantContext, user: SeedUser, path: string): Promise<void> {
  const { database, hashing, clock } = tenant;
  const connection = user.connection ?? defaultConnection(database)?.name;
  if (!connection) throw new Error(`${path}: the tenant has no connection for this user yet.`);
  if (findUserByLogin(database, connection, user.email)) return;
  const created: NewUser = {
    connection,
    email: user.email,
    username: user.username ?? null,
    passwordHash: await hashing.hash(user.password),
    emailVerified: user.emailVerified ?? true,
    blocked: user.blocked ?? false,
    profile: user.name === undefined ? {} : { name: user.name },
    userMetadata: user.userMetadata ?? {},
  };
  createUser(database, created, clock.now());
}

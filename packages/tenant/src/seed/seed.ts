import type { NewFaultRule } from "../faults/fault-rule.js";
import type { OrganizationUsage, TokenEndpointAuthMethod } from "../state/clients.js";
import type { PasswordPolicyName } from "../state/connections.js";

/** What a tenant starts with. Applying it again updates everything but existing users. */
export interface TenantSeed {
  clients: SeedClient[];
  connections?: SeedConnection[];
  users?: SeedUser[];
  apis?: SeedApi[];
  organizations?: SeedOrganization[];
  /** Where a logout that names no client may return to. */
  logoutUrls?: string[];
  /** Faults to start with. */
  faults?: NewFaultRule[];
}

/** An application, as a dashboard would list its settings. */
export interface SeedClient {
  clientId: string;
  name: string;
  /** Compared as they are: no wildcards, no added slash. */
  callbacks: string[];
  webOrigins: string[];
  logoutUrls: string[];
  /** Default: every grant of this tenant but `client_credentials`. */
  grantTypes?: string[];
  /** Default on. */
  refreshTokenRotation?: boolean;
  /** Whether `/co/authenticate` is open to this client. Default on. */
  crossOriginLogin?: boolean;
  /** The page that calls `crossOriginVerification()` of auth0-js, for browsers that block the cookie. */
  crossOriginVerificationUrl?: string;
  /** Default `none`: a public client. */
  tokenEndpointAuthMethod?: TokenEndpointAuthMethod;
  clientSecret?: string;
  /** Names of the connections it may use. Default: all. */
  connections?: string[];
  /** Off: a client of somebody else, which asks its users for consent. Default on. */
  firstParty?: boolean;
  /** Default `allow`. */
  organizationUsage?: OrganizationUsage;
  /** The application's page that invitations lead to. Default: the tenant's own page says so. */
  initiateLoginUri?: string;
  /** What it may call in its own name (`client_credentials`). */
  apiGrants?: { audience: string; scopes: string[] }[];
}

/** Where users come from: a database, codes and links by message, or a provider. */
export type SeedConnection =
  | SeedDatabaseConnection
  | SeedPasswordlessConnection
  | SeedProviderConnection;

/** Users with a password, and what is asked of it. */
export interface SeedDatabaseConnection {
  name: string;
  strategy?: "auth0";
  /** Default `good`. */
  passwordPolicy?: PasswordPolicyName;
  /** Refuse passwords that contain the name or e-mail address. Default off. */
  noUserInfo?: boolean;
  /** Refuse the most common passwords. Default off. */
  noDictionary?: boolean;
  /** How many former passwords are refused, up to 24. Default 0. */
  passwordHistory?: number;
  /** Default on. */
  signup?: boolean;
  requiresUsername?: boolean;
  /** Answer duplicates with `user_exists` in place of `invalid_signup`. */
  legacySignupErrors?: boolean;
}

/** Users who prove an address or a number by what was sent to it. */
export interface SeedPasswordlessConnection {
  /** As the strategy, in Auth0. */
  name: "email" | "sms";
  strategy: "email" | "sms";
  /** Whether an unknown address becomes a new user. Default on. */
  signup?: boolean;
}

/** A provider that the tenant plays itself, with a page to choose one of its users on. */
export interface SeedProviderConnection {
  name: string;
  /** Such as `google-oauth2`, `github` or `samlp`. */
  strategy: string;
  kind: "social" | "enterprise";
  /** What its button says. Default: the name. */
  displayName?: string;
  /** E-mail domains that are sent to this provider. */
  domains?: string[];
  /** As with Auth0's development keys: a silent request is always `login_required`. */
  developmentKeys?: boolean;
  /**
   * Addresses and ranges, such as `10.0.0.0/8`, of a network where Kerberos signs in: with the
   * option `legacyEndpoints`, `/user/ssodata?ldaps=1` names the connection there. Strategy `ad` only.
   */
  ipRanges?: string[];
  /** Who has an account there. */
  users?: SeedProviderUser[];
}

/** Somebody who can be chosen on the page of a provider. */
export interface SeedProviderUser {
  id: string;
  email?: string;
  emailVerified?: boolean;
  name?: string;
  givenName?: string;
  familyName?: string;
  picture?: string;
}

/** A user who is there from the start. */
export interface SeedUser {
  /** The whole `sub`, such as `auth0|ada`. Default: made up. */
  userId?: string;
  /** Needed unless the connection is by text message. */
  email?: string;
  /** Such as `+15551234567`; needed for a connection by text message. */
  phoneNumber?: string;
  /** Plain; stored hashed. Not held against the password policy. */
  password?: string;
  /** Default: the first database connection. */
  connection?: string;
  name?: string;
  username?: string;
  /** Default on. */
  emailVerified?: boolean;
  blocked?: boolean;
  userMetadata?: Record<string, unknown>;
  appMetadata?: Record<string, unknown>;
  /** Asks for a second factor even before one is enrolled. */
  mfaRequired?: boolean;
  /** Second factors that are already confirmed. */
  mfa?: {
    /** Base32. */
    totpSecret?: string;
    phoneNumber?: string;
    email?: string;
    recoveryCode?: string;
  };
}

/** An API that access tokens are for. */
export interface SeedApi {
  audience: string;
  scopes: string[];
  /** Seconds. */
  tokenLifetime?: number;
  browserTokenLifetime?: number;
  /** Off: it asks even the users of our own clients for consent. Default on. */
  skipConsent?: boolean;
}

/** An organization and who belongs to it. */
export interface SeedOrganization {
  /** `org_…`. Default: made from the name. */
  id?: string;
  /** Lower case. */
  name: string;
  displayName?: string;
  /** E-mail addresses of users. */
  members?: string[];
  /** Names of the connections its members sign in by. Default: all. */
  connections?: string[];
  /** Sent when the tenant first sees them. */
  invitations?: { email: string; clientId: string; inviter?: string }[];
}

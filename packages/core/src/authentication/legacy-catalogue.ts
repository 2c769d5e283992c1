/** A retired call: what it asks of the tenant, and what to call instead. */
export interface LegacyEntry {
  readonly endpoint: string;
  readonly modern: string;
}

/** The names of the retired calls; each is a member of `legacy`. */
export type LegacyName =
  | "resourceOwner"
  | "delegation"
  | "tokenInfo"
  | "validateUser"
  | "ssoData"
  | "changePassword";

/** Every retired call that is still typed, for migration tools and the calls themselves. */
export const legacyCatalogue: Readonly<Record<LegacyName, LegacyEntry>> = Object.freeze({
  resourceOwner: { endpoint: "POST /oauth/ro", modern: "oauth.passwordRealm" },
  delegation: { endpoint: "POST /delegation", modern: "oauth.tokenExchange" },
  tokenInfo: { endpoint: "POST /tokeninfo", modern: "users.userinfo" },
  validateUser: { endpoint: "POST /oauth/token", modern: "oauth.passwordRealm" },
  ssoData: { endpoint: "GET /user/ssodata", modern: "checkSession of createAuthClient" },
  changePassword: {
    endpoint: "POST /dbconnections/change_password",
    modern: "database.requestChangePasswordEmail",
  },
});

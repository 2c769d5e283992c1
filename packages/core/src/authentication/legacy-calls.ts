import { isAuthError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import { refuse } from "../tokens/refuse.js";
import type { CallOptions } from "../transport/deadline.js";
import type { JsonObject } from "../transport/request.js";
import {
  callerOf,
  tenantOf,
  type AuthenticationContext,
  type ClientCall,
  type SignInCall,
} from "./authentication-context.js";
import { changePassword, type ChangePasswordRequest } from "./change-password.js";
import { delegation, type DelegationRequest } from "./delegation.js";
import { password } from "./oauth-calls.js";
import { resourceOwner, type ResourceOwnerRequest } from "./resource-owner.js";
import { ssoData, type SsoData } from "./sso-data.js";
import { tokenInfo } from "./token-info.js";
import { checkedIdToken, hasOpenid, type AnyTokenSet } from "./token-set.js";

/** The tokens of `resourceOwner`, which may state no lifetime. */
export type LegacyTokenSet<Tokens extends AnyTokenSet = AnyTokenSet> = Omit<Tokens, "expiresIn"> & {
  readonly expiresIn?: number;
};

/** An ID token for the target, or what an add-on hands out. */
export type Delegation<Tokens extends AnyTokenSet = AnyTokenSet> =
  | (Pick<Tokens, "idToken" | "claims"> & {
      readonly kind: "id_token";
      readonly expiresIn?: number;
    })
  | { readonly kind: "credentials"; readonly credentials: JsonObject };

/**
 * Calls that Auth0 has retired, for applications on their way elsewhere. Each says so on the console once. Where a
 * tenant has switched the endpoint off they throw `legacy_endpoint_disabled`, whose `modern` names the call to use.
 */
export interface LegacyCalls<Tokens extends AnyTokenSet = AnyTokenSet> {
  /** @deprecated POST /oauth/ro. Use `oauth.passwordRealm` or `passwordless.verify`. */
  resourceOwner(params: ResourceOwnerRequest & SignInCall): Promise<LegacyTokenSet<Tokens>>;
  /** @deprecated POST /delegation; without a target it renews an ID token. Use `oauth.tokenExchange`. */
  delegation(params: DelegationRequest & ClientCall): Promise<Delegation<Tokens>>;
  /** @deprecated POST /tokeninfo: the profile behind an ID token. Use `users.userinfo`. */
  tokenInfo(idToken: string, options?: CallOptions): Promise<User>;
  /**
   * Whether a password is right, also where a second factor would be due. Throws `too_many_attempts`, `blocked_user`…
   * @deprecated It signs in by POST /oauth/token and drops the tokens. Use `oauth.passwordRealm`.
   */
  validateUser(
    params: SignInCall & {
      readonly connection: string;
      readonly username: string;
      readonly password: string;
    },
  ): Promise<boolean>;
  /** @deprecated GET /user/ssodata; in browsers only does it know anybody. Use `checkSession` of `createAuthClient`. */
  ssoData(
    params?: ClientCall & { readonly withActiveDirectory?: boolean | undefined },
  ): Promise<SsoData>;
  /** @deprecated Mails a link that sets this password. Use `database.requestChangePasswordEmail`. */
  changePassword(
    params: ChangePasswordRequest & ClientCall & { readonly password: string },
  ): Promise<void>;
}

/** Binds the calls to a client. */
export function legacyCalls(context: AuthenticationContext): LegacyCalls {
  const { deprecated, config } = context;
  return {
    async resourceOwner(call) {
      deprecated("resourceOwner");
      return tokensByPassword(context, call);
    },
    async delegation(call) {
      deprecated("delegation");
      return delegated(context, call);
    },
    async tokenInfo(idToken, options = {}) {
      deprecated("tokenInfo");
      return tokenInfo(tenantOf(config), idToken, options);
    },
    async validateUser({ connection, ...call }) {
      deprecated("validateUser");
      return isRight(password(context, { ...call, realm: connection, scope: "openid" }));
    },
    async ssoData({ withActiveDirectory = false, ...call } = {}) {
      deprecated("ssoData");
      const tenant = withActiveDirectory ? callerOf(context, call) : tenantOf(config);
      return ssoData(tenant, withActiveDirectory, call);
    },
    async changePassword({ password: wanted, ...call }) {
      deprecated("changePassword");
      return changePassword(callerOf(context, call), call, call, wanted);
    },
  };
}

async function tokensByPassword(
  context: AuthenticationContext,
  call: ResourceOwnerRequest & SignInCall,
): Promise<LegacyTokenSet> {
  const tenant = callerOf(context, call);
  const response = await resourceOwner(tenant, call, call);
  const { idToken, scope = call.scope ?? "openid", ...granted } = response;
  const access = { ...granted, scope, tokenType: "Bearer" as const };
  if (idToken === undefined && hasOpenid(scope)) refuse("missing");
  if (idToken === undefined) return access;
  const audience = { ...tenant, clientId: call.target ?? tenant.clientId };
  const expected = { accessToken: granted.accessToken, requireHash: false };
  return { ...access, ...(await checkedIdToken(context, audience, idToken, expected, call)) };
}

async function delegated(
  context: AuthenticationContext,
  call: DelegationRequest & ClientCall,
): Promise<Delegation> {
  const tenant = callerOf(context, call);
  const response = await delegation(tenant, call, call);
  if (response.kind === "credentials") return response;
  const audience = { ...tenant, clientId: call.target ?? tenant.clientId };
  const expected = { accessToken: undefined, requireHash: false };
  const { idToken, ...rest } = response;
  return { ...rest, ...(await checkedIdToken(context, audience, idToken, expected, call)) };
}

/** A second factor is asked for only after the right password. */
async function isRight(login: Promise<AnyTokenSet>): Promise<boolean> {
  try {
    await login;
    return true;
  } catch (error) {
    if (isAuthError(error, "mfa_required")) return true;
    if (isAuthError(error, "invalid_credentials")) return false;
    throw error;
  }
}

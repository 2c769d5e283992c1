import { refreshTokenGrant } from "../authentication/token-grants.js";
import { userinfo as fetchUserinfo } from "../authentication/userinfo.js";
import {
  preloadVerification,
  verifyTokens,
  type VerifiedTokens,
} from "../authentication/verify-tokens.js";
import type { User } from "../identity/user.js";
import type { AskedFor } from "../session/asked-for.js";
import type { CallOptions } from "../transport/deadline.js";
import type { EngineConfig } from "./engine.js";

/** What the engine loads when there are tokens to be had: as long as nobody is signed in, there are none. */
export { redeemResponse } from "../callback/redeem-response.js";
export { revokeRefreshToken } from "../authentication/revoke.js";

/** Trades a refresh token for new tokens of the same user. */
export async function refresh(
  { tenant, verification }: EngineConfig,
  refreshToken: string,
  { subject, ...asked }: AskedFor & { readonly subject: string },
  options: CallOptions,
): Promise<VerifiedTokens> {
  preloadVerification(verification);
  const tokens = await refreshTokenGrant(tenant, { refreshToken, ...asked }, options);
  const { organization } = asked;
  const expected = { subject, organization, requireHash: false };
  const verified = await verifyTokens(verification, tokens, expected, options);
  // A tenant that does not rotate leaves the old one in force.
  return { ...verified, refreshToken: tokens.refreshToken ?? refreshToken };
}

/** Asks for the user as the tenant knows them now. */
export function userinfo(
  { tenant }: EngineConfig,
  accessToken: string,
  options: CallOptions,
): Promise<User> {
  return fetchUserinfo(tenant, accessToken, options);
}

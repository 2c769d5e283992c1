import type { CallOptions } from "../transport/deadline.js";
import { legacyRequest } from "./legacy-request.js";
import type { Tenant } from "./tenant.js";
import { readTokenResponse, type TokenResponse } from "./token-response.js";

/** What a user types, and what for. */
export interface ResourceOwnerRequest {
  readonly connection: string;
  /** E-mail address, user name or phone number. */
  readonly username: string;
  /** The password, or the code of a message for a passwordless connection. */
  readonly password: string;
  /** `openid` if not given. */
  readonly scope?: string | undefined;
  /** `password` if not given. */
  readonly grantType?: string | undefined;
  /** Another application that the tokens are for. */
  readonly target?: string | undefined;
  /** Names the device that a refresh token is for. */
  readonly device?: string | undefined;
}

/** The tokens of the retired endpoint, whose older form states no lifetime. */
export type ResourceOwnerTokens = Omit<TokenResponse, "expiresIn"> & {
  readonly expiresIn?: number;
};

/** POST /oauth/ro, the password grant before there were grants. */
export async function resourceOwner(
  tenant: Tenant,
  { connection, username, password, scope, grantType, target, device }: ResourceOwnerRequest,
  options: CallOptions,
): Promise<ResourceOwnerTokens> {
  const isMessage = connection === "email" || connection === "sms";
  const json = {
    client_id: tenant.clientId,
    client_secret: tenant.clientSecret,
    connection,
    grant_type: grantType ?? "password",
    username,
    password,
    scope: scope ?? "openid",
    target,
    device,
  };
  const endpoint = isMessage ? "otp_grant" : "credentials_grant";
  const body = await legacyRequest(
    "resourceOwner",
    tenant,
    { path: "/oauth/ro", endpoint, json },
    options,
  );
  if (body["expires_in"] !== undefined) return readTokenResponse(body);
  const { expiresIn: _unstated, ...tokens } = readTokenResponse({ ...body, expires_in: 1 });
  return tokens;
}

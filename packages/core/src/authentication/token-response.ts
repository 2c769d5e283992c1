import { authError } from "../errors/auth-error.js";
import type { JsonObject } from "../transport/request.js";
import { seconds } from "./seconds.js";

/** What a tenant hands out: the token endpoint's answer, or the tokens of a front-channel response. */
export interface TokenResponse {
  readonly accessToken: string;
  /** Not verified yet. */
  readonly idToken?: string;
  readonly refreshToken?: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Absent where the tenant granted what was asked (RFC 6749 section 5.1). */
  readonly scope?: string;
  /** The recovery code that takes the place of the one that was just spent. */
  readonly recoveryCode?: string;
}

/** Checks the answer of the token endpoint (RFC 6749 section 5.1). Throws `invalid_response`. */
export function readTokenResponse(body: JsonObject): TokenResponse {
  const { access_token, id_token, refresh_token, token_type, scope, recovery_code } = body;
  const expiresIn = seconds(body["expires_in"]);
  const bearer = typeof token_type === "string" && token_type.toLowerCase() === "bearer";
  if (!isText(access_token) || !bearer || expiresIn === undefined) {
    throw authError("invalid_response");
  }
  return {
    accessToken: access_token,
    expiresIn,
    ...(isText(id_token) && { idToken: id_token }),
    ...(isText(refresh_token) && { refreshToken: refresh_token }),
    ...(typeof scope === "string" && { scope }),
    ...(isText(recovery_code) && { recoveryCode: recovery_code }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import type { JsonObject } from "../transport/request.js";
import { legacyRequest } from "./legacy-request.js";
import type { Tenant } from "./tenant.js";
import { seconds } from "./seconds.js";

/** Which token is exchanged, and what for. */
export type DelegationRequest = {
  /** The application that the new token is for; the caller itself if not given. */
  readonly target?: string | undefined;
  /** `openid` if not given. */
  readonly scope?: string | undefined;
  /** `app` if not given; an add-on such as `aws` or `firebase` gives credentials of its own. */
  readonly apiType?: string | undefined;
} & (
  | { readonly idToken: string; readonly refreshToken?: undefined }
  | { readonly refreshToken: string; readonly idToken?: undefined }
);

/** An ID token that is not verified yet, or what an add-on hands out. */
export type DelegationResponse =
  | { readonly kind: "id_token"; readonly idToken: string; readonly expiresIn?: number }
  | { readonly kind: "credentials"; readonly credentials: JsonObject };

/** POST /delegation: a token for another application, or for an add-on, in exchange for one. */
export async function delegation(
  tenant: Tenant,
  { target, scope, apiType = "app", idToken, refreshToken }: DelegationRequest,
  options: CallOptions,
): Promise<DelegationResponse> {
  const json = {
    client_id: tenant.clientId,
    client_secret: tenant.clientSecret,
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    id_token: idToken,
    refresh_token: refreshToken,
    target,
    scope: scope ?? "openid",
    api_type: apiType,
  };
  const body = await legacyRequest("delegation", tenant, { path: "/delegation", json }, options);
  if (apiType !== "app" && apiType !== "auth0") return { kind: "credentials", credentials: body };
  const { id_token: given, expires_in } = body;
  if (typeof given !== "string" || given === "") throw authError("invalid_response");
  const expiresIn = seconds(expires_in);
  return { kind: "id_token", idToken: given, ...(expiresIn !== undefined && { expiresIn }) };
}

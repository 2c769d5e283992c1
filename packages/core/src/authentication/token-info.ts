import { authError } from "../errors/auth-error.js";
import { userFromClaims, type User } from "../identity/user.js";
import type { CallOptions } from "../transport/deadline.js";
import { legacyRequest } from "./legacy-request.js";
import type { Tenant } from "./tenant.js";

/** POST /tokeninfo: the profile behind an ID token. Its older form calls the subject `user_id`. */
export async function tokenInfo(
  tenant: Tenant,
  idToken: string,
  options: CallOptions,
): Promise<User> {
  const asked = { path: "/tokeninfo", json: { id_token: idToken } };
  const body = await legacyRequest("tokenInfo", tenant, asked, options);
  const sub = body["sub"] ?? body["user_id"];
  if (typeof sub !== "string" || sub === "") throw authError("invalid_response");
  return userFromClaims({ ...body, sub });
}

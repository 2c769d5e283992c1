import { authError } from "../errors/auth-error.js";
import { userFromClaims, type User } from "../identity/user.js";
import type { CallOptions } from "../transport/deadline.js";
import { request } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/** The user as the tenant knows them now: GET /userinfo, OpenID Connect Core 5.3. */
export async function userinfo(
  tenant: Tenant,
  accessToken: string,
  { signal }: CallOptions,
): Promise<User> {
  const body = await request({
    url: `${tenant.origin}/userinfo`,
    endpoint: "userinfo",
    deadline: tenant.requestDeadline,
    signal,
    accessToken,
  });
  const sub = body["sub"];
  if (typeof sub !== "string" || sub === "") throw authError("invalid_response");
  return userFromClaims({ ...body, sub });
}

import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import { request } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/** Trades a password for a login ticket that `/authorize` accepts once: POST /co/authenticate. */
export async function coAuthenticate(
  tenant: Tenant,
  credentials: { username: string; password: string; realm: string },
  { signal }: CallOptions,
): Promise<string> {
  const body = await request({
    url: `${tenant.origin}/co/authenticate`,
    endpoint: "co_authenticate",
    deadline: tenant.requestDeadline,
    signal,
    withCookies: true,
    json: {
      client_id: tenant.clientId,
      credential_type: "http://auth0.com/oauth/grant-type/password-realm",
      ...credentials,
    },
  });
  const ticket = body["login_ticket"];
  if (typeof ticket !== "string" || ticket === "") throw authError("invalid_response");
  return ticket;
}

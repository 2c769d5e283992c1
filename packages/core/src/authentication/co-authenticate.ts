import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import { request } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/** What a user of a database connection types. */
export interface PasswordCredentials {
  /** E-mail address or user name. */
  readonly username: string;
  readonly password: string;
  /** The connection, in Auth0's word for it on the wire. */
  readonly realm: string;
}

/** The code of a message and whom it was sent to. */
export interface OtpCredentials {
  /** E-mail address or phone number. */
  readonly username: string;
  readonly otp: string;
  /** The passwordless connection. */
  readonly realm: string;
}

/** What a user proves themselves with. */
export type Credentials = PasswordCredentials | OtpCredentials;

/** Trades credentials for a login ticket that `/authorize` accepts once: POST /co/authenticate. */
export async function coAuthenticate(
  tenant: Tenant,
  credentials: Credentials,
  { signal }: CallOptions,
): Promise<string> {
  const body = await request({
    url: `${tenant.origin}/co/authenticate`,
    endpoint: "otp" in credentials ? "co_authenticate_otp" : "co_authenticate",
    deadline: tenant.requestDeadline,
    signal,
    withCookies: true,
    json: {
      client_id: tenant.clientId,
      credential_type: `http://auth0.com/oauth/grant-type/${
        "otp" in credentials ? "passwordless/otp" : "password-realm"
      }`,
      ...credentials,
    },
  });
  const ticket = body["login_ticket"];
  if (typeof ticket !== "string" || ticket === "") throw authError("invalid_response");
  return ticket;
}

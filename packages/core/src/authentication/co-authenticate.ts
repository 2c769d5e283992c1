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

/** What proves to `/authorize`, once, that the credentials were right. */
export interface LoginTicket {
  readonly ticket: string;
  /** Names the ticket where the tenant asks for its verifier, because the cookie beside it did not arrive. */
  readonly id?: string;
  readonly verifier?: string;
}

/** Trades credentials for a login ticket that `/authorize` accepts once: POST /co/authenticate. */
export async function coAuthenticate(
  tenant: Tenant,
  credentials: Credentials,
  { signal }: CallOptions,
): Promise<LoginTicket> {
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
  const { login_ticket: ticket, co_id: id, co_verifier: verifier } = body;
  if (typeof ticket !== "string" || ticket === "") throw authError("invalid_response");
  const canBeVerified = typeof id === "string" && typeof verifier === "string";
  return { ticket, ...(canBeVerified && { id, verifier }) };
}

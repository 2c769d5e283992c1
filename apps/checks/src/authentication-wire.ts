import { AuthenticationClient } from "@portico/core/authentication";
import type { RunningTenant } from "@portico/tenant";
import { clientSecret, recordSent, type confidentialClient } from "./authentication-tenant.js";

/** A call of a server by its name, where it goes, its headers, and each field of its body. */
export type SentCall = readonly [
  name: string,
  call: (client: ReturnType<typeof confidentialClient>) => Promise<unknown>,
  path: string,
  headers: object,
  fields: object,
];

export const forwardedFor = "203.0.113.7";
export const organization = "analytical-society";
export const mfa = { mfaToken: "an-mfa-token", forwardedFor };

/** What is in the body of a server's call. */
export const proven = { client_id: "server", client_secret: clientSecret };
/** Headers of a JSON body, and of a user's address. */
export const json = { "content-type": "application/json" };
export const from = { "auth0-forwarded-for": forwardedFor };

/** What a call of a server sends to `path`. What the tenant says to it is told elsewhere. */
export async function sentBy(tenant: RunningTenant, call: SentCall[1], path: string) {
  const client = new AuthenticationClient({
    domain: tenant.url,
    clientId: proven.client_id,
    clientSecret,
    deprecationWarnings: false,
  });
  const sent = recordSent();
  await call(client).catch(() => {});
  return sent(path);
}

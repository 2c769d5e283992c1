import { coAuthenticate, type Credentials } from "../authentication/co-authenticate.js";
import type { AuthErrorCode } from "../errors/error-details.js";
import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";
import { refusalOf } from "./refusal-of.js";

/** Nobody's address: `.invalid` belongs to no one (RFC 2606 section 2). */
const username = "portico-diagnose@portico.invalid";

/**
 * Whether a login with a password may come from this page, and whether its connection is there: POST
 * /co/authenticate. Nothing that is sent can count as a failed login with a password.
 */
export async function examineCredentials(examination: Examination): Promise<Finding[]> {
  const { config, find } = examination;
  const { databaseConnection: connection, loginVia } = config;
  // A code, which no database takes.
  const refusal = await probe(examination, { username, otp: "000000", realm: connection });
  if (refusal === "invalid_request") return [find("unknown_connection", { connection })];
  if (refusal !== "unauthorized_client" || loginVia === "password-realm") return [];
  // The application may just know no codes; a connection that nobody has is asked for no password.
  const credentials = { username, password: "portico-diagnose", realm: "portico-diagnose" };
  const second = await probe(examination, credentials);
  return second === "unauthorized_client" ? [find("cross_origin_login_off", {})] : [];
}

function probe(
  { tenant, signal }: Examination,
  credentials: Credentials,
): Promise<AuthErrorCode | undefined> {
  return refusalOf(coAuthenticate(tenant, credentials, { signal }));
}

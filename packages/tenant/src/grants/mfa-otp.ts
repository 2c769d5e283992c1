import type { HttpContext } from "../http/environment.js";
import type { BodyValues } from "../http/request-body.js";
import type { MfaCredential } from "../policy/mfa-credential.js";
import { verifyTotp } from "../policy/mfa-verification.js";
import {
  hasAuthenticator,
  listAuthenticators,
  type Authenticator,
} from "../state/authenticators.js";
import type { Client } from "../state/clients.js";
import type { Database } from "../state/database.js";
import { requireText } from "./grant.js";
import type { TokenResponse } from "./issue-tokens.js";
import { finishMfaLogin, readMfaLogin, requireVerified } from "./mfa-login.js";

/** `mfa-otp`: the code of an authenticator app; the first one confirms the app. */
export async function exchangeMfaOtp(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const credential = await readMfaLogin(c, client, values);
  const typed = requireText(values, "otp");
  const authenticators = usableAuthenticators(tenant.database, credential);
  requireVerified(
    verifyTotp(tenant, credential.user.userId, { authenticators, typed }),
    "Invalid otp_code.",
  );
  return finishMfaLogin(c, client, credential);
}

/** A login counts on what is confirmed; only the first factor may be confirmed by it. */
function usableAuthenticators(database: Database, credential: MfaCredential): Authenticator[] {
  const { userId } = credential.user;
  const all = listAuthenticators(database, userId);
  const confirmed = credential.kind === "login" && hasAuthenticator(database, userId);
  return confirmed ? all.filter(({ active }) => active) : all;
}

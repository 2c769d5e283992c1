import type { HttpContext } from "../http/environment.js";
import type { BodyValues } from "../http/request-body.js";
import { renewRecoveryCode } from "../policy/mfa-enrollment.js";
import { verifyRecoveryCode } from "../policy/mfa-verification.js";
import type { Client } from "../state/clients.js";
import { requireText } from "./grant.js";
import type { TokenResponse } from "./issue-tokens.js";
import { finishMfaLogin, readMfaLogin, requireVerified } from "./mfa-login.js";

/** `mfa-recovery-code`: counts once, and is answered with the next one. */
export async function exchangeMfaRecoveryCode(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse & { readonly recovery_code: string }> {
  const { tenant } = c.var;
  const credential = await readMfaLogin(c, client, values);
  const { userId } = credential.user;
  const typed = requireText(values, "recovery_code");
  requireVerified(verifyRecoveryCode(tenant, userId, typed), "MFA Authorization rejected.");
  const recoveryCode = renewRecoveryCode(tenant, userId);
  return { ...(await finishMfaLogin(c, client, credential)), recovery_code: recoveryCode };
}

import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text } from "../http/request-body.js";
import { isPush, startChallenge } from "../policy/mfa-challenge.js";
import { readMfaBearer, type MfaCredential } from "../policy/mfa-credential.js";
import { beginEnrollment, type Enrollment, type NewFactor } from "../policy/mfa-enrollment.js";
import { readNewFactor } from "../policy/mfa-factor-request.js";
import { pushAddress, totpAddress } from "../policy/mfa-totp.js";
import { hasAuthenticator } from "../state/authenticators.js";
import { findClient } from "../state/clients.js";

/** POST /mfa/associate: begins to enroll a factor; its first code confirms it. */
export async function associateMfa(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const caller = await readMfaBearer(tenant, c.req.header("authorization"), "enroll");
  const values = jsonValues(c);
  const named = text(values, "client_id");
  if (named !== undefined && named !== caller.clientId) {
    throw new OAuthError(403, "invalid_grant", "mfa_token not issued to this client");
  }
  // Otherwise a stolen password would be enough to add a factor and pass with it.
  if (caller.kind === "login" && hasAuthenticator(tenant.database, caller.user.userId)) {
    throw new OAuthError(403, "access_denied", "User is already enrolled.");
  }
  const factor = readNewFactor(values, caller.user);
  const enrollment = beginEnrollment(tenant, caller.user.userId, factor);
  c.header("Cache-Control", "no-store");
  return c.json({
    id: enrollment.authenticator.id,
    authenticator_type: enrollment.authenticator.type,
    ...(enrollment.recoveryCode !== null && { recovery_codes: [enrollment.recoveryCode] }),
    ...membersOf(c, caller, { factor, ...enrollment }),
  });
}

function membersOf(
  c: HttpContext,
  { user, clientId, boundTo }: MfaCredential,
  { factor, authenticator }: Enrollment & { factor: NewFactor },
): Record<string, unknown> {
  const { tenant } = c.var;
  if (factor.type === "otp") {
    return { secret: factor.secret, barcode_uri: totpAddress(user, factor.secret) };
  }
  const client = findClient(tenant.database, clientId);
  if (!client) throw new OAuthError(401, "access_denied", "Unauthorized");
  const locale = c.req.header("x-request-language");
  const oobCode = startChallenge(tenant, { user, client, authenticator, boundTo, locale });
  return {
    oob_channel: factor.channel,
    oob_code: oobCode,
    ...(isPush(authenticator)
      ? { barcode_uri: pushAddress(tenant, user, authenticator.id) }
      : { binding_method: "prompt" }),
  };
}

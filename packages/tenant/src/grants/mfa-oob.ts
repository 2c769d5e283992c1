import type { TenantContext } from "../context.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import type { BodyValues } from "../http/request-body.js";
import { isPush, pollInterval } from "../policy/mfa-challenge.js";
import type { MfaCredential } from "../policy/mfa-credential.js";
import { acceptPush, verifySentCode } from "../policy/mfa-verification.js";
import { findAuthenticator } from "../state/authenticators.js";
import type { Client } from "../state/clients.js";
import { findOobChallenge, noteChallengePoll, type OobChallenge } from "../state/oob-challenges.js";
import { invalidGrant, requireText } from "./grant.js";
import type { TokenResponse } from "./issue-tokens.js";
import { finishMfaLogin, readMfaLogin, requireVerified } from "./mfa-login.js";

/** `mfa-oob`: a code that was sent, or without a code the answer to a push, asked for until it is there. */
export async function exchangeMfaOob(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const credential = await readMfaLogin(c, client, values);
  const challenge = requireChallenge(tenant, credential, requireText(values, "oob_code"));
  const authenticator = findAuthenticator(tenant.database, challenge.authenticatorId);
  if (!authenticator) throw invalidGrant("Malformed oob_code");
  if (isPush(authenticator)) {
    requireApproval(tenant, challenge);
    acceptPush(tenant, authenticator, challenge);
  } else {
    const typed = requireText(values, "binding_code");
    const verification = verifySentCode(tenant, authenticator, { challenge, typed });
    requireVerified(verification, "Invalid binding_code.");
  }
  return finishMfaLogin(c, client, credential);
}

function requireChallenge(
  tenant: TenantContext,
  credential: MfaCredential,
  oobCode: string,
): OobChallenge {
  const challenge = findOobChallenge(tenant, oobCode);
  if (!challenge) throw invalidGrant("Malformed oob_code");
  if (challenge.boundTo !== credential.boundTo) {
    throw new OAuthError(400, "invalid_request", "The oob_code doesn't match the mfa_token");
  }
  if (challenge.expired) throw new OAuthError(401, "expired_token", "oob_code is expired");
  return challenge;
}

/** As RFC 8628 section 3.5 has it for devices. */
function requireApproval(tenant: TenantContext, challenge: OobChallenge): void {
  switch (challenge.status) {
    case "approved":
      return;
    case "denied":
      throw invalidGrant("MFA Authorization rejected.");
    case "pending":
      throw pending(tenant, challenge);
    default:
      challenge.status satisfies never;
  }
}

function pending(tenant: TenantContext, challenge: OobChallenge): OAuthError {
  const { polledAt } = challenge;
  noteChallengePoll(tenant, challenge);
  const tooEarly = polledAt !== null && tenant.clock.now() - polledAt < pollInterval * 1000;
  return tooEarly
    ? new OAuthError(400, "slow_down", `Please wait ${pollInterval} seconds between requests.`)
    : new OAuthError(
        400,
        "authorization_pending",
        "Authorization pending: please repeat the request in a few seconds.",
      );
}

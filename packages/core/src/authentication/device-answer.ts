import { authError, isAuthError } from "../errors/auth-error.js";
import { oobGrant } from "./mfa-api.js";
import type { Tenant } from "./tenant.js";
import type { TokenResponse } from "./token-response.js";

/** A question on the user's device, and until when its answer counts. */
export interface DeviceQuestion {
  readonly mfaToken: string;
  readonly oobCode: string;
  /** Seconds between two requests; 5 if not given. */
  readonly interval?: number | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const usualInterval = 5;
const slowedDownBy = 5_000;

/**
 * Waits until the user has answered on their device: POST /oauth/token again and again, as RFC 8628 section 3.5 has
 * it. `assertStillWanted` is asked before each. Throws `access_denied` where they said no, `expired_token` when it took too long, or why it could not ask.
 */
export async function deviceAnswer(
  tenant: Tenant,
  { mfaToken, oobCode, interval = usualInterval, expiresAt }: DeviceQuestion,
  signal: AbortSignal,
  assertStillWanted = () => {},
): Promise<TokenResponse> {
  let wait = interval * 1000;
  while (Date.now() < expiresAt) {
    assertStillWanted();
    try {
      return await oobGrant(tenant, mfaToken, { oobCode }, { signal });
    } catch (error) {
      if (isAuthError(error, "invalid_otp")) throw authError("access_denied");
      if (isAuthError(error, "slow_down")) wait += slowedDownBy;
      else if (!isAuthError(error, "authorization_pending")) throw error;
    }
    await pause(Math.min(wait, expiresAt - Date.now()), signal);
  }
  throw authError("expired_token");
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(authError("aborted"));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    }, milliseconds);
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
}

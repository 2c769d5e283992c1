import type { CallOptions } from "../transport/deadline.js";
import type { MfaChallengeSent } from "./mfa-answers.js";
import { oobGrant, otpGrant, recoveryCodeGrant } from "./mfa-api.js";
import type { Tenant } from "./tenant.js";
import type { TokenResponse } from "./token-response.js";

/** What a user typed: a code, or a recovery code in its place. */
export type TypedAnswer =
  | { readonly otp: string; readonly recoveryCode?: undefined }
  | { readonly recoveryCode: string; readonly otp?: undefined };

/** Signs in with what was typed: for the message that was sent, if one was, or else for an app. POST /oauth/token. */
export function typedAnswer(
  tenant: Tenant,
  { mfaToken, sent }: { mfaToken: string; sent: MfaChallengeSent | undefined },
  { otp, recoveryCode }: TypedAnswer,
  options: CallOptions,
): Promise<TokenResponse> {
  if (recoveryCode !== undefined) {
    return recoveryCodeGrant(tenant, mfaToken, recoveryCode.trim(), options);
  }
  // Apps show their codes in groups.
  const code = otp.replaceAll(/\s/g, "");
  if (!sent?.oobCode || !sent.needsCode) return otpGrant(tenant, mfaToken, code, options);
  return oobGrant(tenant, mfaToken, { oobCode: sent.oobCode, bindingCode: code }, options);
}

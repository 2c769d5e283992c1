import {
  callerOf,
  tenantOf,
  type AuthenticationContext,
  type SignInCall,
} from "./authentication-context.js";
import {
  associate,
  challenge,
  deleteAuthenticator,
  listAuthenticators,
  oobGrant,
  otpGrant,
  recoveryCodeGrant,
  type MfaAssociateParams,
} from "./mfa-api.js";
import type { MfaAssociation, Authenticator, MfaChallengeSent } from "./mfa-answers.js";
import { redeem, type AnyTokenSet } from "./token-set.js";
import type { CallOptions } from "../transport/deadline.js";

/** Second factors. `mfaToken` is what `mfaGrantOf` gives for an error of the code `mfa_required`. */
export interface MfaCalls<Tokens extends AnyTokenSet = AnyTokenSet> {
  /** The factors of the user: GET /mfa/authenticators. */
  listAuthenticators(mfaToken: string, options?: CallOptions): Promise<readonly Authenticator[]>;
  /** Begins to enrol a factor: POST /mfa/associate. */
  associate(params: MfaAssociateParams & MfaCall): Promise<MfaAssociation>;
  /** Asks a factor for its answer, and sends a code where one has to be sent: POST /mfa/challenge. */
  challenge(
    params: MfaCall & {
      readonly type: "otp" | "oob";
      readonly authenticatorId?: string | undefined;
    },
  ): Promise<MfaChallengeSent>;
  /** Signs in with the code of an authenticator app. Throws `invalid_otp`, `expired_token`… */
  otp(params: MfaCall & { readonly otp: string }): Promise<Tokens>;
  /** Signs in with what was sent to a factor. Throws `authorization_pending` while nobody has answered a push. */
  oob(
    params: MfaCall & { readonly oobCode: string; readonly bindingCode?: string | undefined },
  ): Promise<Tokens>;
  /** Signs in with a recovery code; `recoveryCode` of the result takes its place. */
  recoveryCode(params: MfaCall & { readonly recoveryCode: string }): Promise<Tokens>;
  /** Takes a factor away: DELETE /mfa/authenticators/{id}, with an access token for the MFA API. */
  deleteAuthenticator(token: string, id: string, options?: CallOptions): Promise<void>;
}

interface MfaCall extends SignInCall {
  readonly mfaToken: string;
}

/** Binds the MFA API to a client. */
export function mfaCalls(context: AuthenticationContext): MfaCalls {
  const { config } = context;
  return {
    async listAuthenticators(mfaToken, options = {}) {
      return listAuthenticators(tenantOf(config), mfaToken, options);
    },
    async associate(call) {
      return associate(callerOf(context, call), call.mfaToken, call, call);
    },
    async challenge(call) {
      return challenge(callerOf(context, call), call.mfaToken, call, call);
    },
    async otp(call) {
      return redeem(context, call, (tenant, options) =>
        otpGrant(tenant, call.mfaToken, call.otp, options),
      );
    },
    async oob(call) {
      return redeem(context, call, (tenant, options) =>
        oobGrant(tenant, call.mfaToken, call, options),
      );
    },
    async recoveryCode(call) {
      return redeem(context, call, (tenant, options) =>
        recoveryCodeGrant(tenant, call.mfaToken, call.recoveryCode, options),
      );
    },
    async deleteAuthenticator(token, id, options = {}) {
      return deleteAuthenticator(tenantOf(config), token, id, options);
    },
  };
}

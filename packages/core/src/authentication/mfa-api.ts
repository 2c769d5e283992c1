import type { CallOptions } from "../transport/deadline.js";
import { request, requestDone, requestList } from "../transport/request.js";
import {
  readAssociation,
  readAuthenticators,
  readSent,
  type Authenticator,
  type MfaAssociation,
  type MfaChallengeSent,
} from "./mfa-answers.js";
import type { Tenant } from "./tenant.js";
import { tokenRequest } from "./token-grants.js";
import type { TokenResponse } from "./token-response.js";

/** Which factor to enrol. */
export type MfaAssociateParams =
  | { readonly factor: "otp" | "push" }
  /** A phone number in E.164. */
  | { readonly factor: "sms" | "voice"; readonly phoneNumber: string }
  /** The user's own address if none is given. */
  | { readonly factor: "email"; readonly email?: string | undefined };

/** The factors of the user: GET /mfa/authenticators. Kinds that Portico does not know are left out. */
export async function listAuthenticators(
  tenant: Tenant,
  mfaToken: string,
  { signal }: CallOptions,
): Promise<readonly Authenticator[]> {
  const list = await requestList({
    url: `${tenant.origin}/mfa/authenticators`,
    endpoint: "mfa",
    deadline: tenant.requestDeadline,
    signal,
    accessToken: mfaToken,
  });
  return readAuthenticators(list);
}

/** Begins to enrol a factor: POST /mfa/associate. Throws `access_denied` where the user has one already. */
export async function associate(
  tenant: Tenant,
  mfaToken: string,
  params: MfaAssociateParams,
  { signal }: CallOptions,
): Promise<MfaAssociation> {
  const { clientId, clientSecret } = tenant;
  const { factor } = params;
  const channel = factor === "push" ? "auth0" : factor;
  const body = await request({
    url: `${tenant.origin}/mfa/associate`,
    endpoint: "mfa",
    deadline: tenant.requestDeadline,
    signal,
    accessToken: mfaToken,
    json: {
      ...(clientSecret && { client_id: clientId, client_secret: clientSecret }),
      ...(factor === "otp"
        ? { authenticator_types: ["otp"] }
        : { authenticator_types: ["oob"], oob_channels: [channel] }),
      ...("phoneNumber" in params && { phone_number: params.phoneNumber }),
      ...("email" in params && { email: params.email }),
    },
  });
  return readAssociation(body);
}

/**
 * Asks a factor for its answer, and sends a code where one has to be sent: POST /mfa/challenge. Without an
 * `authenticatorId` the tenant chooses. Throws `association_required` where the user has no factor.
 */
export async function challenge(
  tenant: Tenant,
  mfaToken: string,
  asked: { readonly type: "otp" | "oob"; readonly authenticatorId?: string | undefined },
  { signal }: CallOptions,
): Promise<MfaChallengeSent> {
  const body = await request({
    url: `${tenant.origin}/mfa/challenge`,
    endpoint: "mfa",
    deadline: tenant.requestDeadline,
    signal,
    json: {
      client_id: tenant.clientId,
      client_secret: tenant.clientSecret,
      mfa_token: mfaToken,
      challenge_type: asked.type,
      authenticator_id: asked.authenticatorId,
    },
  });
  return readSent(body, body["challenge_type"]);
}

/**
 * Takes a factor away: DELETE /mfa/authenticators/{id}. `token` is an access token for the MFA API with the scope
 * `remove:authenticators`; an MFA token removes unconfirmed factors at most.
 */
export function deleteAuthenticator(
  tenant: Tenant,
  token: string,
  id: string,
  { signal }: CallOptions,
): Promise<void> {
  return requestDone({
    url: `${tenant.origin}/mfa/authenticators/${encodeURIComponent(id)}`,
    endpoint: "mfa",
    method: "DELETE",
    deadline: tenant.requestDeadline,
    signal,
    accessToken: token,
  });
}

/** Signs in with the code of an authenticator app: POST /oauth/token. Throws `invalid_otp`, `expired_token`… */
export function otpGrant(
  tenant: Tenant,
  mfaToken: string,
  otp: string,
  options: CallOptions,
): Promise<TokenResponse> {
  return mfaGrant(tenant, "mfa-otp", { mfa_token: mfaToken, otp }, options);
}

/**
 * Signs in with what was sent to a factor: POST /oauth/token. Without a code it asks whether the user has answered
 * on their device, and throws `authorization_pending` or `slow_down` while they have not.
 */
export function oobGrant(
  tenant: Tenant,
  mfaToken: string,
  answer: { readonly oobCode: string; readonly bindingCode?: string | undefined },
  options: CallOptions,
): Promise<TokenResponse> {
  const { oobCode, bindingCode } = answer;
  const parameters = { mfa_token: mfaToken, oob_code: oobCode, binding_code: bindingCode };
  return mfaGrant(tenant, "mfa-oob", parameters, options);
}

/** Signs in with a recovery code; the answer has the code that takes its place: POST /oauth/token. */
export function recoveryCodeGrant(
  tenant: Tenant,
  mfaToken: string,
  recoveryCode: string,
  options: CallOptions,
): Promise<TokenResponse> {
  const parameters = { mfa_token: mfaToken, recovery_code: recoveryCode };
  return mfaGrant(tenant, "mfa-recovery-code", parameters, options);
}

function mfaGrant(
  tenant: Tenant,
  kind: string,
  parameters: Readonly<Record<string, string | undefined>>,
  options: CallOptions,
): Promise<TokenResponse> {
  return tokenRequest(tenant, options, "otp_grant", {
    grant_type: `http://auth0.com/oauth/grant-type/${kind}`,
    ...parameters,
  });
}

import type { AuthError } from "../errors/auth-error.js";
import type { Factor } from "../identity/challenge.js";
import type { JsonObject } from "../transport/request.js";

/** What the tenant hands out where a second factor is due: the key to the MFA API for ten minutes. */
export interface MfaGrant {
  readonly mfaToken: string;
  /** The kinds of factor that the tenant would take, where it says so. */
  readonly challenge?: readonly Factor[];
  /** The kinds of factor that the tenant would enrol, where it says so. */
  readonly enroll?: readonly Factor[];
}

// Beside the error and not in it, so that no log and no screen shows the token.
const grants = new WeakMap<AuthError, MfaGrant>();

/** Notes the MFA token of a refusal, if it has one. */
export function rememberMfaGrant(error: AuthError, body: JsonObject): void {
  const { mfa_token: mfaToken, mfa_requirements: requirements } = body;
  if (error.code !== "mfa_required" || typeof mfaToken !== "string" || !mfaToken) return;
  const challenge = factorsIn(requirements, "challenge");
  const enroll = factorsIn(requirements, "enroll");
  grants.set(error, { mfaToken, ...(challenge && { challenge }), ...(enroll && { enroll }) });
}

/** What a failed grant can be continued with, if it failed because a second factor is due. */
export function mfaGrantOf(error: unknown): MfaGrant | undefined {
  return grants.get(error as AuthError);
}

const factors: Readonly<Record<string, Factor>> = {
  otp: "otp",
  sms: "sms",
  phone: "sms",
  voice: "voice",
  email: "email",
  push: "push",
  "push-notification": "push",
  "recovery-code": "recovery-code",
};

function factorsIn(requirements: unknown, name: string): readonly Factor[] | undefined {
  if (typeof requirements !== "object" || requirements === null) return undefined;
  const list: unknown = (requirements as JsonObject)[name];
  if (!Array.isArray(list)) return undefined;
  const known = list.flatMap((entry: unknown) => {
    const type = typeof entry === "object" && entry !== null && "type" in entry ? entry.type : "";
    return typeof type === "string" && Object.hasOwn(factors, type)
      ? [factors[type] as Factor]
      : [];
  });
  return Object.freeze(known);
}

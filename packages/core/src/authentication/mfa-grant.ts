import { isObject } from "../errors/is-object.js";
import type { Factor } from "../identity/challenge.js";
import { mfaRefusalOf } from "./mfa-refusal.js";

/** What the tenant hands out where a second factor is due: the key to the MFA API for ten minutes. */
export interface MfaGrant {
  readonly mfaToken: string;
  /** The kinds of factor that the tenant would take, where it says so. */
  readonly challenge?: readonly Factor[];
  /** The kinds of factor that the tenant would enrol, where it says so. */
  readonly enroll?: readonly Factor[];
}

/** What a failed grant can be continued with, if it failed because a second factor is due. */
export function mfaGrantOf(error: unknown): MfaGrant | undefined {
  const { mfa_token: mfaToken, mfa_requirements: requirements } = mfaRefusalOf(error) ?? {};
  if (typeof mfaToken !== "string" || mfaToken === "") return undefined;
  const challenge = factorsIn(requirements, "challenge");
  const enroll = factorsIn(requirements, "enroll");
  return { mfaToken, ...(challenge && { challenge }), ...(enroll && { enroll }) };
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
  const list = isObject(requirements) ? requirements[name] : undefined;
  if (!Array.isArray(list)) return undefined;
  const known = list.filter(isObject).flatMap(({ type }) => {
    return typeof type === "string" && Object.hasOwn(factors, type)
      ? [factors[type] as Factor]
      : [];
  });
  return Object.freeze(known);
}

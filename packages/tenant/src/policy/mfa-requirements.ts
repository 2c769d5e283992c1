import type { TenantContext } from "../context.js";
import {
  hasAuthenticator,
  kindOf,
  listAuthenticators,
  type Authenticator,
  type AuthenticatorKind,
} from "../state/authenticators.js";

/** What clients call the kinds of factor; newer ones choose by it. */
const typeOfKind = {
  totp: "otp",
  sms: "phone",
  voice: "phone",
  email: "email",
  push: "push-notification",
  "recovery-code": "recovery-code",
} as const satisfies Record<AuthenticatorKind, string>;

type FactorType = (typeof typeOfKind)[AuthenticatorKind];

/** The member `mfa_requirements` of an `mfa_required` answer. */
export type MfaRequirements = Readonly<
  Partial<Record<"enroll" | "challenge", readonly { readonly type: FactorType }[]>>
>;

/** What the user may enroll, or once there is a factor, what they may be asked for. */
export function mfaRequirements({ database }: TenantContext, userId: string): MfaRequirements {
  if (!hasAuthenticator(database, userId)) {
    return { enroll: listTypes(["otp", "phone", "push-notification", "email"]) };
  }
  const active = listAuthenticators(database, userId).filter((item) => item.active);
  return { challenge: listTypes(active.map(factorTypeOf)) };
}

export function factorTypeOf(authenticator: Authenticator): FactorType {
  return typeOfKind[kindOf(authenticator)];
}

function listTypes(types: readonly FactorType[]): { type: FactorType }[] {
  return [...new Set(types)].map((type) => ({ type }));
}

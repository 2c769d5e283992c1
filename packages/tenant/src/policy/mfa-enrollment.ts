import { Secret } from "otpauth";
import type { TenantContext } from "../context.js";
import {
  addAuthenticator,
  hasAuthenticator,
  kindOf,
  removeRecoveryCode,
  removeUnconfirmed,
  type Authenticator,
  type OobChannel,
} from "../state/authenticators.js";
import { newExternalId } from "../state/identities.js";
import { digestOf } from "../tokens/secret.js";

/** A second factor that somebody wants to have. */
export type NewFactor =
  | { readonly type: "otp"; /** Base32. */ readonly secret: string }
  | {
      readonly type: "oob";
      readonly channel: OobChannel;
      /** Phone number or e-mail address; null for a push. */
      readonly address: string | null;
    };

export interface Enrollment {
  /** Not confirmed yet. */
  readonly authenticator: Authenticator;
  /** Counts once the factor is confirmed. Null unless it is the user's first factor. */
  readonly recoveryCode: string | null;
}

/**
 * Begins to enroll a factor in place of one that the user has not confirmed. There is one at a time,
 * so nobody who only knows the password can leave one behind for later.
 */
export function beginEnrollment(
  tenant: TenantContext,
  userId: string,
  factor: NewFactor,
): Enrollment {
  const { database } = tenant;
  return database.transaction(() => {
    removeUnconfirmed(database, userId);
    const isFirst = !hasAuthenticator(database, userId);
    const authenticator = add(tenant, { userId, ...factor });
    const recoveryCode = isFirst ? addRecoveryCode(tenant, userId, { active: false }) : null;
    return { authenticator, recoveryCode };
  });
}

/** A new recovery code in place of the one before. */
export function renewRecoveryCode(tenant: TenantContext, userId: string): string {
  return tenant.database.transaction(() => addRecoveryCode(tenant, userId, { active: true }));
}

function addRecoveryCode(
  tenant: TenantContext,
  userId: string,
  { active }: { active: boolean },
): string {
  // 24 characters of base32, without letters and digits that look alike.
  const code = new Secret({ size: 15 }).base32;
  removeRecoveryCode(tenant.database, userId);
  add(tenant, { userId, type: "recovery-code", secret: digestOf(code), active });
  return code;
}

type Added = Pick<Authenticator, "userId" | "type"> &
  Partial<Pick<Authenticator, "channel" | "address" | "secret" | "active">>;

function add(tenant: TenantContext, added: Added): Authenticator {
  const authenticator: Authenticator = {
    id: "",
    channel: null,
    address: null,
    secret: null,
    lastStep: null,
    active: false,
    createdAt: tenant.clock.now(),
    ...added,
  };
  const named = { ...authenticator, id: `${kindOf(authenticator)}|dev_${newExternalId()}` };
  addAuthenticator(tenant.database, named);
  return named;
}

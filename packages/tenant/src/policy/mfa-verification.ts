import type { TenantContext } from "../context.js";
import {
  activateAuthenticators,
  listAuthenticators,
  spendStep,
  type Authenticator,
} from "../state/authenticators.js";
import {
  clearAttempts,
  countAttempts,
  noteAttempt,
  type AttemptKey,
  type AttemptMemory,
} from "../state/attempts.js";
import { matchesCode, spendChallenge, type OobChallenge } from "../state/oob-challenges.js";
import { matchesDigest } from "../tokens/secret.js";
import { readTypedCode } from "./message-code.js";
import { stepOfCode } from "./mfa-totp.js";

export type Verification = "verified" | "wrong-code" | "too-many-attempts";

/** Ten tries an hour is what Auth0's limit comes to: ten at first, then one every six minutes. */
const memory: AttemptMemory = { seconds: 3600, from: "first" };

/** Judges a code of one of these authenticator apps, all of them the user's. */
export function verifyTotp(
  tenant: TenantContext,
  userId: string,
  { authenticators, typed }: { authenticators: readonly Authenticator[]; typed: string },
): Verification {
  return judge(tenant, userId, () => {
    const code = readTypedCode(tenant, typed);
    return code === undefined
      ? undefined
      : authenticators.find((authenticator) => acceptsCode(tenant, authenticator, code));
  });
}

/** Judges a code that was sent to the user. */
export function verifySentCode(
  tenant: TenantContext,
  authenticator: Authenticator,
  { challenge, typed }: { challenge: OobChallenge; typed: string },
): Verification {
  return judge(tenant, authenticator.userId, () => {
    const code = readTypedCode(tenant, typed);
    if (code === undefined || !matchesCode(challenge, code)) return undefined;
    spendChallenge(tenant, challenge);
    return authenticator;
  });
}

/** Takes a push that was approved for an answer. */
export function acceptPush(
  tenant: TenantContext,
  authenticator: Authenticator,
  challenge: OobChallenge,
): void {
  spendChallenge(tenant, challenge);
  confirm(tenant, authenticator);
}

/** Judges a recovery code; who accepts one has to replace it. */
export function verifyRecoveryCode(
  tenant: TenantContext,
  userId: string,
  typed: string,
): Verification {
  // As it stands, or as somebody may have copied it from paper.
  const codes = [typed.trim(), typed.replaceAll(/[\s-]/g, "").toUpperCase()];
  return judge(tenant, userId, () =>
    listAuthenticators(tenant.database, userId).find(
      ({ type, active, secret }) =>
        type === "recovery-code" &&
        active &&
        secret !== null &&
        codes.some((code) => matchesDigest(code, secret)),
    ),
  );
}

function acceptsCode(tenant: TenantContext, authenticator: Authenticator, code: string): boolean {
  const { id, type, secret } = authenticator;
  if (type !== "otp" || secret === null) return false;
  const step = stepOfCode(tenant, secret, code);
  return step !== undefined && spendStep(tenant.database, id, step);
}

/** Wrong codes are counted for the user, whichever factor they were for. */
function judge(
  tenant: TenantContext,
  userId: string,
  findMatch: () => Authenticator | undefined,
): Verification {
  const key: AttemptKey = { kind: "mfa", subject: userId, address: "" };
  if (countAttempts(tenant, key) >= tenant.settings.bruteForceLimit) return "too-many-attempts";
  const match = findMatch();
  if (!match) {
    noteAttempt(tenant, key, memory);
    return "wrong-code";
  }
  clearAttempts(tenant, key);
  confirm(tenant, match);
  return "verified";
}

/** The first code of an authenticator confirms it, and the recovery code that came with it. */
function confirm(tenant: TenantContext, { active, userId }: Authenticator): void {
  if (!active) activateAuthenticators(tenant.database, userId);
}

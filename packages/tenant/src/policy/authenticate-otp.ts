import type { TenantContext } from "../context.js";
import type { PasswordlessConnection } from "../state/connections.js";
import { findIdentityByLogin, normalizeLogin } from "../state/identities.js";
import { findOtp, noteWrongOtp, spendOtp, type Otp } from "../state/otps.js";
import { findUser, type User } from "../state/users.js";
import {
  attackSubject,
  isBlockedAccount,
  isSuspiciousAddress,
  noteFailedLogin,
  unblockAccount,
} from "./attack-protection.js";
import { readTypedCode } from "./message-code.js";
import { takePasswordlessUser } from "./passwordless-user.js";

export interface OtpLogin {
  readonly connection: PasswordlessConnection;
  /** E-mail address or phone number. */
  readonly username: string;
  readonly code: string;
  /** Undefined where the request does not name its client. */
  readonly clientId: string | undefined;
  /** Address of the caller. */
  readonly address: string;
}

export type OtpRefusal =
  | {
      readonly status: "wrong-code";
      /** In Auth0's words, which differ by the cause. */
      readonly description: string;
    }
  | { readonly status: "blocked-user" | "too-many-attempts" | "suspicious-ip" };

export type OtpOutcome = { readonly status: "authenticated"; readonly user: User } | OtpRefusal;

/** Takes a one-time code for a sign-in. It is good once; a new address becomes a user. */
export function authenticateOtp(tenant: TenantContext, login: OtpLogin): OtpOutcome {
  return tenant.database.transaction(() => {
    const checked = checkOtp(tenant, login);
    if (checked.status !== "right") return checked;
    spendOtp(tenant, keyOf(login));
    unblockAccount(tenant, attemptOf(tenant, login));
    const user = takePasswordlessUser(tenant, login, checked.otp.externalId);
    return user ? { status: "authenticated", user } : wrongCode(login);
  });
}

/**
 * Judges a one-time code and leaves a right one as it is. Wrong ones are counted, wherever they are
 * tried; all of it happens at once, so that parallel guesses are counted too.
 */
export function checkOtp(
  tenant: TenantContext,
  login: OtpLogin,
): OtpRefusal | { readonly status: "right"; readonly otp: Otp } {
  const attempt = attemptOf(tenant, login);
  if (isSuspiciousAddress(tenant, attempt.address)) return { status: "suspicious-ip" };
  if (isBlockedAccount(tenant, attempt)) return { status: "too-many-attempts" };
  const otp = findOtp(tenant, keyOf(login));
  const judged = judge(tenant, login, otp);
  if (judged === "expired") return wrongCode(login, expired);
  if (judged === "wrong") {
    noteFailedLogin(tenant, attempt, identityOf(tenant, login));
    noteWrongOtp(tenant, keyOf(login));
    return wrongCode(login, survives(tenant, otp, 1) ? undefined : noTriesLeft);
  }
  return isBlocked(tenant, login) ? { status: "blocked-user" } : { status: "right", otp: judged };
}

function judge(
  tenant: TenantContext,
  { code: typed, clientId }: OtpLogin,
  otp: Otp | undefined,
): Otp | "wrong" | "expired" {
  const code = readTypedCode(tenant, typed);
  if (!otp || code === undefined || !survives(tenant, otp, 0)) return "wrong";
  // What one application asked for signs in to no other.
  if (clientId !== undefined && clientId !== otp.clientId) return "wrong";
  if (!otp.matches(code)) return "wrong";
  return otp.over ? "expired" : otp;
}

/** Whether a code survives so many wrong tries more; one that is not there, or over, always does. */
function survives({ settings }: TenantContext, otp: Otp | undefined, more: number): boolean {
  return !otp || otp.over || otp.tries + more < settings.otpTries;
}

function isBlocked(tenant: TenantContext, login: OtpLogin): boolean {
  const identity = identityOf(tenant, login);
  return identity !== undefined && findUser(tenant.database, identity.userId)?.blocked === true;
}

function identityOf({ database }: TenantContext, { connection, username }: OtpLogin) {
  return findIdentityByLogin(database, connection.name, username);
}

function attemptOf(tenant: TenantContext, login: OtpLogin) {
  return { subject: attackSubject(tenant, login), address: login.address };
}

function keyOf({ connection, username }: OtpLogin) {
  return { connection: connection.name, address: normalizeLogin(username) };
}

const noTriesLeft = "You've reached the maximum number of attempts. Please try to login again.";
const expired = "The verification code has expired. Please try to login again.";

function wrongCode({ connection }: OtpLogin, cause?: string): OtpRefusal {
  const named = connection.strategy === "email" ? "email" : "phone number";
  return {
    status: "wrong-code",
    description: cause ?? `Wrong ${named} or verification code.`,
  };
}

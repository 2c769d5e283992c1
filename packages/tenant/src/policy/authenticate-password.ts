import type { TenantContext } from "../context.js";
import { clearFailures, countFailures, noteFailure } from "../state/attempts.js";
import type { Connection } from "../state/connections.js";
import { findUserByLogin, normalizeLogin, type User } from "../state/users.js";

export interface PasswordLogin {
  readonly connection: Connection;
  readonly username: string;
  readonly password: string;
  /** Address of the caller; failures are counted for each user and address. */
  readonly address: string;
}

export type PasswordOutcome =
  | { readonly status: "authenticated"; readonly user: User }
  | {
      readonly status:
        | "wrong-credentials"
        | "blocked-user"
        | "password-leaked"
        | "too-many-attempts";
    };

/** Judges a password in the same way, and with the same work, whether or not the user exists. */
export async function authenticatePassword(
  tenant: TenantContext,
  login: PasswordLogin,
): Promise<PasswordOutcome> {
  if (isLeaked(tenant, login.password)) return { status: "password-leaked" };
  const subject = [login.connection.name, normalizeLogin(login.username), login.address].join("\n");
  // In turns: parallel guesses cannot slip past the limit, parallel sign-ins do not count as guesses.
  return tenant.turns.take(subject, () => judge(tenant, login, subject));
}

async function judge(
  tenant: TenantContext,
  login: PasswordLogin,
  subject: string,
): Promise<PasswordOutcome> {
  if (countFailures(tenant, subject) >= tenant.settings.bruteForceLimit) {
    return { status: "too-many-attempts" };
  }
  const user = findUserByLogin(tenant.database, login.connection.name, login.username);
  const matches = await tenant.hashing.verify(login.password, user?.passwordHash);
  if (!user || !matches) {
    noteFailure(tenant, subject);
    return { status: "wrong-credentials" };
  }
  clearFailures(tenant, subject);
  return user.blocked ? { status: "blocked-user" } : { status: "authenticated", user };
}

/** The deterministic stand-in for a breached-password feed. */
export function isLeaked(tenant: TenantContext, password: string): boolean {
  return tenant.settings.triggers && password.includes("leaked");
}

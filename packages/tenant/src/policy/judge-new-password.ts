import type { TenantContext } from "../context.js";
import type { DatabaseConnection } from "../state/connections.js";
import { findIdentityByLogin } from "../state/identities.js";
import { findUser } from "../state/users.js";
import { formerPasswords } from "./password-account.js";
import { refusePassword, type PasswordRefusal } from "./password-policy.js";
import type { PersonalData } from "./personal-data.js";

const nobody: PersonalData = { email: null, username: null, profile: {}, userMetadata: {} };

/** What the connection refuses whoever asks: it tells nothing of the account, nor whether there is one. */
export function judgeForAnybody(
  tenant: TenantContext,
  connection: DatabaseConnection,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<PasswordRefusal | undefined> {
  const person = { ...nobody, email: login };
  return refusePassword(tenant, { connection, password, person, former: [] });
}

/** What depends on the account: its owner's names and its former passwords. */
export function judgeForAccount(
  tenant: TenantContext,
  connection: DatabaseConnection,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<PasswordRefusal | undefined> {
  const identity = findIdentityByLogin(tenant.database, connection.name, login);
  const person = (identity && findUser(tenant.database, identity.userId)) ?? nobody;
  const known = identity ? formerPasswords(identity) : [];
  // Filled up, so that an account without a past, and no account, take as long.
  const former = Array.from({ length: connection.passwordHistory }, (_, index) => known[index]);
  return refusePassword(tenant, { connection, password, person, former });
}

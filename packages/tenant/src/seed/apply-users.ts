import type { TenantContext } from "../context.js";
import { addAuthenticator, type Authenticator } from "../state/authenticators.js";
import {
  defaultConnection,
  findConnection,
  isDatabase,
  type Connection,
} from "../state/connections.js";
import {
  findIdentity,
  findIdentityByLogin,
  newExternalId,
  type NewIdentity,
} from "../state/identities.js";
import { createUser } from "../state/users.js";
import { digestOf } from "../tokens/secret.js";
import { SeedError } from "./seed-error.js";
import type { SeedUser } from "./seed.js";

/** A user to be created, in a connection that the tenant has. */
export interface PlannedUser {
  readonly user: SeedUser;
  readonly connection: Connection;
}

/**
 * The users who are not there yet. Who is there is left alone: the password may have changed since.
 * Throws for a connection that the tenant does not have.
 */
export function planUsers(tenant: TenantContext, users: readonly SeedUser[]): PlannedUser[] {
  return users
    .map((user, index) => ({ user, connection: connectionOf(tenant, user, `users[${index}]`) }))
    .filter(({ user, connection }) => !isThere(tenant, user, connection));
}

export async function addUsers(
  tenant: TenantContext,
  fresh: readonly PlannedUser[],
): Promise<void> {
  const hashes = await Promise.all(fresh.map(({ user }) => hashOf(tenant, user)));
  tenant.database.transaction(() => {
    fresh.forEach(({ user, connection }, index) => {
      // The same address twice in one seed: the first one counts.
      if (isThere(tenant, user, connection)) return;
      addUser(tenant, user, identityOf(user, connection, hashes[index] ?? null));
    });
  });
}

/** The plain password stands in the seed, so this hash need not be slow; the first login makes it so. */
async function hashOf(tenant: TenantContext, user: SeedUser): Promise<string | null> {
  return user.password === undefined ? null : tenant.hashing.hashQuickly(user.password);
}

function connectionOf(tenant: TenantContext, user: SeedUser, path: string): Connection {
  const connection =
    user.connection === undefined
      ? defaultConnection(tenant.database)
      : findConnection(tenant.database, user.connection);
  if (connection) return connection;
  throw new SeedError(
    `${path}.connection`,
    user.connection === undefined
      ? "is left out, and the tenant has no database connection yet"
      : `names ${user.connection}, which the tenant does not have`,
  );
}

function isThere({ database }: TenantContext, user: SeedUser, connection: Connection): boolean {
  const [provider, externalId] = splitUserId(user.userId);
  if (provider && externalId && findIdentity(database, provider, externalId)) return true;
  const login = loginOf(user, connection);
  return login !== undefined && findIdentityByLogin(database, connection.name, login) !== undefined;
}

function loginOf(user: SeedUser, connection: Connection): string | undefined {
  if (connection.strategy === "sms") return user.phoneNumber;
  return isDatabase(connection) || connection.strategy === "email" ? user.email : undefined;
}

function identityOf(
  user: SeedUser,
  connection: Connection,
  passwordHash: string | null,
): NewIdentity {
  const [provider = connection.strategy, externalId = newExternalId()] = splitUserId(user.userId);
  const base = { provider, externalId, connection: connection.name };
  if (connection.strategy === "sms") return { ...base, phoneNumber: user.phoneNumber ?? null };
  if (connection.strategy === "email") return { ...base, email: user.email ?? null };
  if (!isDatabase(connection)) return base;
  return { ...base, email: user.email ?? null, username: user.username ?? null, passwordHash };
}

function splitUserId(userId: string | undefined): string[] {
  if (userId === undefined) return [];
  const bar = userId.indexOf("|");
  return [userId.slice(0, bar), userId.slice(bar + 1)];
}

function addUser(tenant: TenantContext, user: SeedUser, identity: NewIdentity): void {
  const { database, clock } = tenant;
  const created = createUser(
    database,
    {
      email: user.email ?? null,
      emailVerified: user.email !== undefined && (user.emailVerified ?? true),
      phoneNumber: user.phoneNumber ?? null,
      phoneVerified: user.phoneNumber !== undefined,
      username: user.username ?? null,
      blocked: user.blocked ?? false,
      profile: user.name === undefined ? {} : { name: user.name },
      userMetadata: user.userMetadata ?? {},
      appMetadata: user.appMetadata ?? {},
      mfaRequired: user.mfaRequired ?? false,
    },
    identity,
    clock.now(),
  );
  for (const factor of factorsOf(user)) {
    addAuthenticator(database, {
      channel: null,
      address: null,
      secret: null,
      lastStep: null,
      ...factor,
      userId: created.userId,
      active: true,
      createdAt: clock.now(),
    });
  }
}

type Factor = Pick<Authenticator, "id" | "type"> & Partial<Authenticator>;

function factorsOf({ mfa = {} }: SeedUser): Factor[] {
  const id = (kind: string) => `${kind}|dev_${newExternalId()}`;
  const { totpSecret, phoneNumber, email, recoveryCode } = mfa;
  return [
    ...(totpSecret ? [{ id: id("totp"), type: "otp" as const, secret: totpSecret }] : []),
    ...(phoneNumber
      ? [{ id: id("sms"), type: "oob" as const, channel: "sms" as const, address: phoneNumber }]
      : []),
    ...(email
      ? [{ id: id("email"), type: "oob" as const, channel: "email" as const, address: email }]
      : []),
    ...(recoveryCode
      ? [
          {
            id: id("recovery-code"),
            type: "recovery-code" as const,
            secret: digestOf(recoveryCode),
          },
        ]
      : []),
  ];
}

import type { Identity, Profile, User } from "@portico/react";
import { describeConnection } from "../connections/connection-catalog.js";
import type { ConnectionItem } from "../connections/connection-item.js";
import type { ShownAccount } from "../parts/account-row.js";

/** The accounts of a user as people know them, the main one first. `connections` say what the app calls them. */
export function accountsOf(
  identities: readonly Identity[],
  profile: Profile | undefined,
  connections: readonly ConnectionItem[],
): readonly ShownAccount[] {
  return identities.map((identity, index) => ({
    id: idOf(identity),
    name: index === 0 ? nameInProfile(profile) : nameIn(identity.profileData),
    way: wayOf(identity.provider, identity.connection, connections),
  }));
}

/** An account that somebody has just proven. Its connection is not told, so its provider names it. */
export function provenAccountOf(
  user: User,
  connection: string | undefined,
  connections: readonly ConnectionItem[],
): ShownAccount {
  const [provider = ""] = user.sub.split("|");
  const { email, phone_number: phone, name, nickname } = user;
  return {
    id: user.sub,
    name: firstText([email, phone, name, nickname]),
    way: wayOf(provider, connection ?? provider, connections),
  };
}

/** The `sub` that an identity has, or had, as a user of its own. */
export function idOf({ provider, userId }: Pick<Identity, "provider" | "userId">): string {
  return `${provider}|${userId}`;
}

function nameInProfile(profile: Profile | undefined): string | undefined {
  const { email, phoneNumber, username, name, nickname } = profile ?? {};
  return firstText([email, phoneNumber, username, name, nickname]);
}

function nameIn(data: Identity["profileData"] = {}): string | undefined {
  const { email, phone_number: phone, username, name, nickname } = data;
  return firstText([email, phone, username, name, nickname]);
}

/** Whatever an identity provider says is no text until it has been looked at. */
function firstText(values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value.trim() !== "");
}

function wayOf(
  provider: string,
  connection: string,
  connections: readonly ConnectionItem[],
): ShownAccount["way"] {
  const item = connections.find((one) => nameAtTenant(one) === connection);
  const own = ownWays[provider];
  if (own && !item) return { kind: own };
  const { name, icon } = describeConnection(item ?? { connection, strategy: provider });
  return { kind: "provider", name, icon };
}

function nameAtTenant(item: ConnectionItem): string {
  return typeof item === "string" ? item : item.connection;
}

const ownWays: Readonly<Record<string, "password" | "email" | "phone" | undefined>> = {
  auth0: "password",
  email: "email",
  sms: "phone",
};

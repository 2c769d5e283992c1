import { authError } from "../errors/auth-error.js";
import type { JsonObject } from "../transport/request.js";
import type { Identity, Profile, UserId } from "./management.js";

/** Reads the user that was asked for, field by field. Throws `invalid_response`, for another user too. */
export function readProfile(body: JsonObject, userId: UserId): Profile {
  if (body["user_id"] !== userId) throw authError("invalid_response");
  const { email_verified: emailVerified, logins_count: loginsCount } = body;
  const texts = Object.entries(textFields).flatMap(([field, name]) => {
    const value = body[name];
    return typeof value === "string" ? [[field, value] as const] : [];
  });
  return {
    ...(Object.fromEntries(texts) as Pick<Profile, TextField>),
    userId,
    identities: readIdentities(body["identities"]),
    userMetadata: objectIn(body["user_metadata"]) ?? {},
    appMetadata: objectIn(body["app_metadata"]) ?? {},
    ...(emailVerified !== undefined && {
      emailVerified: emailVerified === true || emailVerified === "true",
    }),
    ...(typeof loginsCount === "number" && { loginsCount }),
  };
}

/** Reads a user's accounts, the primary one first. Throws `invalid_response`. */
export function readIdentities(list: unknown): readonly Identity[] {
  if (!Array.isArray(list) || list.length === 0) throw authError("invalid_response");
  return list.map(readIdentity);
}

type TextField = keyof typeof textFields;

const textFields = {
  name: "name",
  nickname: "nickname",
  givenName: "given_name",
  familyName: "family_name",
  username: "username",
  picture: "picture",
  email: "email",
  phoneNumber: "phone_number",
  createdAt: "created_at",
  updatedAt: "updated_at",
  lastLogin: "last_login",
} as const;

function readIdentity(entry: unknown): Identity {
  const { provider, user_id: id, connection, isSocial, profileData } = objectIn(entry) ?? {};
  // Some providers' ids are numbers.
  const userId = typeof id === "number" ? String(id) : id;
  if (!isText(provider) || !isText(userId) || !isText(connection)) {
    throw authError("invalid_response");
  }
  const data = objectIn(profileData);
  return {
    provider,
    userId,
    connection,
    isSocial: isSocial === true,
    ...(data && { profileData: data }),
  };
}

function objectIn(value: unknown): JsonObject | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

import type { ProvenIdentity } from "../identity/proven-identity.js";
import type { CallOptions } from "../transport/deadline.js";

/** A user's id with the provider in front, such as `auth0|5f7c8ec7c33c6c004bbafe82`. */
export type UserId = `${string}|${string}`;

/** The scopes of the Management API that a user's own access token may have. */
export type CurrentUserScope =
  | "read:current_user"
  | "update:current_user_identities"
  | "create:current_user_metadata"
  | "update:current_user_metadata"
  | "delete:current_user_metadata"
  | "create:current_user_device_credentials"
  | "delete:current_user_device_credentials";

/** One account of a user. */
export interface Identity {
  readonly provider: string;
  /** The id without the provider in front. */
  readonly userId: string;
  readonly connection: string;
  readonly isSocial: boolean;
  /** What the provider says of the user; for linked accounts only. */
  readonly profileData?: Readonly<Record<string, unknown>>;
}

/** A user as the Management API knows them. */
export interface Profile {
  readonly userId: UserId;
  readonly identities: readonly Identity[];
  readonly name?: string;
  readonly nickname?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly username?: string;
  readonly picture?: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly phoneNumber?: string;
  /** ISO 8601. */
  readonly createdAt?: string;
  readonly updatedAt?: string;
  readonly lastLogin?: string;
  readonly loginsCount?: number;
  /** As the app wrote it; its keys are never re-cased. */
  readonly userMetadata: Readonly<Record<string, unknown>>;
  readonly appMetadata: Readonly<Record<string, unknown>>;
}

/** The Management API for the current user: everything but `getUser` asks for a scope of its own. */
export interface Management {
  /** The API's identifier, `https://{domain}/api/v2/`: the audience of an access token for it. */
  readonly audience: string;
  /** GET /api/v2/users/{id}; scope `read:current_user`. */
  getUser(userId: UserId, options?: CallOptions): Promise<Profile>;
  /** PATCH /api/v2/users/{id}: keys given are replaced or added, `null` removes one. */
  updateUserMetadata(
    userId: UserId,
    patch: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<Profile>;
  /** PATCH /api/v2/users/{id} with any attributes, in Auth0's spelling; the tenant says which a user may change. */
  patchUserAttributes(
    userId: UserId,
    attributes: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<Profile>;
  /** The user's accounts, the primary one first: GET /api/v2/users/{id}. */
  listIdentities(userId: UserId, options?: CallOptions): Promise<readonly Identity[]>;
  /** POST /api/v2/users/{id}/identities, once; scope `update:current_user_identities`. */
  linkIdentity(
    userId: UserId,
    secondary: { readonly idToken: string } | ProvenIdentity,
    options?: CallOptions,
  ): Promise<readonly Identity[]>;
  /** DELETE /api/v2/users/{id}/identities/{provider}/{userId}, once; scope `update:current_user_identities`. */
  unlinkIdentity(
    userId: UserId,
    identity: Pick<Identity, "provider" | "userId">,
    options?: CallOptions,
  ): Promise<readonly Identity[]>;
  /** POST /api/v2/device-credentials; scope `create:current_user_device_credentials`. Resolves its id. */
  createDeviceCredential(
    credential: {
      readonly deviceName: string;
      readonly deviceId: string;
      /** A public key, as Auth0 takes it. */
      readonly value: string;
    },
    options?: CallOptions,
  ): Promise<string>;
  /** DELETE /api/v2/device-credentials/{id}; scope `delete:current_user_device_credentials`. */
  deleteDeviceCredential(id: string, options?: CallOptions): Promise<void>;
}

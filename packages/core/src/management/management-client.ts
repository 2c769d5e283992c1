import { tenantOrigin } from "../authentication/tenant-origin.js";
import { authError } from "../errors/auth-error.js";
import { proofOf, type ProvenIdentity } from "../identity/proven-identity.js";
import { withDeadline, type CallOptions } from "../transport/deadline.js";
import {
  request,
  requestDone,
  requestList,
  type JsonObject,
  type TenantRequest,
} from "../transport/request.js";
import { managementAudience } from "./management-audience.js";
import { assertManagementToken } from "./management-token.js";
import type { CurrentUserScope, Identity, Management, Profile, UserId } from "./management.js";
import { pathOf, userPath } from "./path.js";
import { readIdentities, readProfile } from "./read-profile.js";

/** Where the Management API is and who may use it. */
export interface ManagementConfig {
  /** The tenant's own host, such as `example.eu.auth0.com`, or an origin for a tenant on this machine. No custom domain. */
  readonly domain: string;
  /** An access token for `https://{domain}/api/v2/`, or a function that gives one with the scopes that a call needs. */
  readonly token: string | ((scopes: readonly CurrentUserScope[]) => Promise<string>);
  /** Deadline of a request in milliseconds; 15 000 if not given. */
  readonly deadline?: number | undefined;
}

type Call = Pick<TenantRequest, "method" | "json">;

/**
 * The Management API, as far as a user's own access token reaches. Throws an `Error` for a wrong configuration, an
 * ID token and a user id without its provider; `insufficient_scope`, `inexistent_user`, `access_denied` where the
 * token is no good. Each call sends one request.
 */
export class ManagementClient implements Management {
  readonly audience: string;
  readonly #deadline: number;
  readonly #token: ManagementConfig["token"];

  constructor({ domain, token, deadline = 15_000 }: ManagementConfig) {
    this.audience = managementAudience(tenantOrigin(domain, "domain"));
    this.#deadline = deadline;
    this.#token = token;
    if (typeof token !== "function") assertManagementToken(token, this.audience);
  }

  async getUser(userId: UserId, options: CallOptions = {}): Promise<Profile> {
    const call = await this.#call(userPath(userId), ["read:current_user"], {}, options);
    return readProfile(await request(call), userId);
  }

  async listIdentities(userId: UserId, options: CallOptions = {}): Promise<readonly Identity[]> {
    return (await this.getUser(userId, options)).identities;
  }

  async updateUserMetadata(
    userId: UserId,
    patch: Readonly<Record<string, unknown>>,
    options: CallOptions = {},
  ): Promise<Profile> {
    if (Object.values(patch).every((value) => value === undefined)) {
      throw new Error(
        "updateUserMetadata was called with nothing to change, which the tenant would take as removing everything. Nothing was sent. Pass the keys to write, and null for each one to remove.",
      );
    }
    return this.#patchUser(userId, { user_metadata: patch }, options);
  }

  async patchUserAttributes(
    userId: UserId,
    attributes: Readonly<Record<string, unknown>>,
    options: CallOptions = {},
  ): Promise<Profile> {
    return this.#patchUser(userId, attributes, options);
  }

  async linkIdentity(
    userId: UserId,
    secondary: { readonly idToken: string } | ProvenIdentity,
    options: CallOptions = {},
  ): Promise<readonly Identity[]> {
    const { idToken } = "idToken" in secondary ? secondary : proofOf(secondary);
    const path = `${userPath(userId)}/identities`;
    const json = { link_with: idToken };
    const call = await this.#call(path, identityScopes, { json }, options);
    return readIdentities(await requestList(call));
  }

  async unlinkIdentity(
    userId: UserId,
    identity: Pick<Identity, "provider" | "userId">,
    options: CallOptions = {},
  ): Promise<readonly Identity[]> {
    const path = `${userPath(userId)}/identities/${pathOf(identity.provider, identity.userId)}`;
    const call = await this.#call(path, identityScopes, { method: "DELETE" }, options);
    return readIdentities(await requestList(call));
  }

  async createDeviceCredential(
    credential: { readonly deviceName: string; readonly deviceId: string; readonly value: string },
    options: CallOptions = {},
  ): Promise<string> {
    const json = {
      type: "public_key",
      device_name: credential.deviceName,
      device_id: credential.deviceId,
      value: credential.value,
    };
    const scopes = ["create:current_user_device_credentials"] as const;
    const call = await this.#call("device-credentials", scopes, { json }, options);
    const { id } = await request(call);
    if (typeof id !== "string" || id === "") throw authError("invalid_response");
    return id;
  }

  async deleteDeviceCredential(id: string, options: CallOptions = {}): Promise<void> {
    const path = `device-credentials/${pathOf(id)}`;
    const scopes = ["delete:current_user_device_credentials"] as const;
    return requestDone(await this.#call(path, scopes, { method: "DELETE" }, options));
  }

  async #patchUser(userId: UserId, json: JsonObject, options: CallOptions): Promise<Profile> {
    const path = userPath(userId);
    const scopes = metadataScopes(json["user_metadata"]);
    const call = await this.#call(path, scopes, { method: "PATCH", json }, options);
    return readProfile(await request(call), userId);
  }

  /** The request of a call, with a token that is good for it. */
  async #call(
    path: string,
    scopes: readonly CurrentUserScope[],
    call: Call,
    { signal }: CallOptions,
  ): Promise<TenantRequest> {
    const accessToken = await this.#accessToken(scopes, { signal });
    const url = this.audience + path;
    return { ...call, url, accessToken, signal, endpoint: "management", deadline: this.#deadline };
  }

  async #accessToken(scopes: readonly CurrentUserScope[], options: CallOptions): Promise<string> {
    const token = this.#token;
    if (typeof token !== "function") return token;
    const given = await withDeadline(this.#deadline, options, () => token(scopes));
    assertManagementToken(given, this.audience);
    return given;
  }
}

const identityScopes = ["update:current_user_identities"] as const;

/** Removing takes a scope of its own, which is asked for only where something is removed. */
function metadataScopes(metadata: unknown): readonly CurrentUserScope[] {
  const values = typeof metadata === "object" && metadata !== null ? Object.values(metadata) : [];
  return [
    "create:current_user_metadata",
    "update:current_user_metadata",
    ...(values.includes(null) ? (["delete:current_user_metadata"] as const) : []),
  ];
}

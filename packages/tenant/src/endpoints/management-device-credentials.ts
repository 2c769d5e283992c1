import type { HttpContext } from "../http/environment.js";
import { ManagementError } from "../http/management-error.js";
import { text } from "../http/request-body.js";
import { readManagementCaller, requireScope } from "../policy/authorize-management.js";
import { inexistentUser } from "../policy/link-accounts.js";
import {
  addDeviceCredential,
  ownerOfDeviceCredential,
  removeDeviceCredential,
} from "../state/device-credentials.js";
import { findUser } from "../state/users.js";

/** POST /api/v2/device-credentials: a public key for one of the caller's own devices. */
export async function createDeviceCredential(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const { database, clock } = tenant;
  const caller = await readManagementCaller(tenant, c.req.header("authorization"));
  const { subject: userId, clientId } = caller;
  requireScope(caller, userId, { any: [], own: ["create:current_user_device_credentials"] });
  const credential = readCredential(c);
  if (!findUser(database, userId)) throw inexistentUser();
  const createdAt = clock.now();
  const id = addDeviceCredential(database, { ...credential, userId, clientId, createdAt });
  return c.json({ id }, 201);
}

/** DELETE /api/v2/device-credentials/{id}. One that is not there any more is no failure. */
export async function deleteDeviceCredential(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const { database } = tenant;
  const caller = await readManagementCaller(tenant, c.req.header("authorization"));
  const id = c.req.param("id") ?? "";
  const owner = ownerOfDeviceCredential(database, id) ?? caller.subject;
  requireScope(caller, owner, { any: [], own: ["delete:current_user_device_credentials"] });
  removeDeviceCredential(database, id);
  return c.body(null, 204);
}

function readCredential(c: HttpContext) {
  const { kind, values } = c.var.body;
  if (kind !== "json") throw invalidBody("Expected type object but found type string");
  if (values["type"] !== "public_key") {
    throw invalidBody("No enum match for: type, expected public_key");
  }
  const read = (name: string) => {
    const value = text(values, name);
    if (value === undefined) throw invalidBody(`Missing required property: ${name}`);
    return value;
  };
  return { deviceName: read("device_name"), deviceId: read("device_id"), value: read("value") };
}

function invalidBody(problem: string): ManagementError {
  return new ManagementError(400, `Payload validation error: '${problem}'.`, "invalid_body");
}

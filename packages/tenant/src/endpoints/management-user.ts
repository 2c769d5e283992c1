import type { HttpContext } from "../http/environment.js";
import { ManagementError } from "../http/management-error.js";
import {
  insufficientScope,
  readManagementCaller,
  requireScope,
  type ManagementCaller,
} from "../policy/authorize-management.js";
import { describeUser } from "../policy/describe-user.js";
import { inexistentUser } from "../policy/link-accounts.js";
import { mergeMetadata } from "../policy/merge-metadata.js";
import { findUser, updateUser, type User } from "../state/users.js";

/** Characters of JSON. */
const maximumMetadata = 100_000;

const writers = { any: ["update:users"], own: ["update:current_user_metadata"] };

/** GET /api/v2/users/{id}. */
export async function readUser(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const caller = await readManagementCaller(tenant, c.req.header("authorization"));
  const userId = c.req.param("id") ?? "";
  requireScope(caller, userId, { any: ["read:users"], own: ["read:current_user"] });
  return c.json(describeUser(tenant, requireUser(c, userId)));
}

/** PATCH /api/v2/users/{id}: a signed-in user may change `user_metadata` and nothing else. */
export async function patchUser(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const caller = await readManagementCaller(tenant, c.req.header("authorization"));
  const userId = c.req.param("id") ?? "";
  const { user_metadata: metadata, ...others } = readBody(c);
  const [other] = Object.keys(others);
  requireWriter(c, caller, userId);
  if (other !== undefined) {
    if (!caller.scopes.includes("update:users")) throw insufficientScope(["update:users"]);
    throw invalidBody(`Additional properties not allowed: ${other}`);
  }
  const user = requireUser(c, userId);
  const userMetadata = mergeMetadata(user.userMetadata, readMetadata(metadata));
  if (JSON.stringify(userMetadata).length > maximumMetadata) {
    throw invalidBody("user_metadata is too large");
  }
  const changed = updateUser(tenant.database, userId, { userMetadata }, tenant.clock.now());
  if (!changed) throw inexistentUser();
  return c.json(describeUser(tenant, changed));
}

/** Who may only create metadata may write them as long as there are none. */
function requireWriter(c: HttpContext, caller: ManagementCaller, userId: string): void {
  const user = findUser(c.var.tenant.database, userId);
  const isFirst = user !== undefined && Object.keys(user.userMetadata).length === 0;
  const own = isFirst ? [...writers.own, "create:current_user_metadata"] : writers.own;
  requireScope(caller, userId, { any: writers.any, own });
}

function requireUser(c: HttpContext, userId: string): User {
  const user = findUser(c.var.tenant.database, userId);
  if (user) return user;
  throw inexistentUser();
}

function readBody(c: HttpContext): Readonly<Record<string, unknown>> {
  const { kind, values } = c.var.body;
  if (kind !== "json") throw invalidBody("Expected type object but found type string");
  if (Object.keys(values).length === 0)
    throw invalidBody("Too few properties defined (0), minimum 1");
  return values;
}

function readMetadata(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw invalidBody("Expected type object on property user_metadata");
}

function invalidBody(problem: string): ManagementError {
  return new ManagementError(400, `Payload validation error: '${problem}'.`, "invalid_body");
}

import type { HttpContext } from "../http/environment.js";
import { ManagementError } from "../http/management-error.js";
import { text } from "../http/request-body.js";
import {
  insufficientScope,
  readManagementCaller,
  requireScope,
} from "../policy/authorize-management.js";
import { describeIdentities } from "../policy/describe-user.js";
import { inexistentUser, linkAccounts, unlinkAccount } from "../policy/link-accounts.js";
import { findUser } from "../state/users.js";
import { readIdToken } from "../tokens/read-id-token.js";

const writers = { any: ["update:users"], own: ["update:current_user_identities"] };

/**
 * POST /api/v2/users/{id}/identities: links the account whose ID token is in `link_with`. The token
 * proves that the caller has signed in to that account, by the same client.
 */
export async function linkIdentity(c: HttpContext): Promise<Response> {
  const { tenant, body } = c.var;
  const caller = await readManagementCaller(tenant, c.req.header("authorization"));
  const userId = c.req.param("id") ?? "";
  requireScope(caller, userId, writers);
  if (body.kind !== "json") throw invalidBody("Expected type object but found type string");
  const linkWith = text(body.values, "link_with");
  if (linkWith === undefined) {
    // Naming an account without a proof of it is for administrators.
    if (text(body.values, "user_id")) throw insufficientScope(["update:users"]);
    throw invalidBody("Missing required property: link_with");
  }
  const secondary = await readIdToken(tenant, linkWith, caller.clientId);
  if (!secondary) {
    throw new ManagementError(400, "The token in link_with is not valid.", "invalid_body");
  }
  linkAccounts(tenant, userId, secondary.subject);
  return c.json(describeIdentities(tenant, userId), 201);
}

/** DELETE /api/v2/users/{id}/identities/{provider}/{user_id}. */
export async function unlinkIdentity(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const caller = await readManagementCaller(tenant, c.req.header("authorization"));
  const userId = c.req.param("id") ?? "";
  requireScope(caller, userId, writers);
  if (!findUser(tenant.database, userId)) throw inexistentUser();
  unlinkAccount(tenant, userId, {
    provider: c.req.param("provider") ?? "",
    externalId: c.req.param("identity") ?? "",
  });
  return c.json(describeIdentities(tenant, userId));
}

function invalidBody(problem: string): ManagementError {
  return new ManagementError(400, `Payload validation error: '${problem}'.`, "invalid_body");
}

import type { TenantContext } from "../context.js";
import { ManagementError } from "../http/management-error.js";
import { findUser } from "../state/users.js";
import { readAccessToken } from "../tokens/access-token.js";
import { managementAudience } from "./built-in-apis.js";

/** Who calls the Management API, and what for. */
export interface ManagementCaller {
  /** A user id, or `CLIENT_ID@clients`. */
  readonly subject: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Reads the bearer token; throws 401 unless it is one for the Management API, of nobody blocked. */
export async function readManagementCaller(
  tenant: TenantContext,
  authorization: string | undefined,
): Promise<ManagementCaller> {
  const [, token] = /^Bearer (.+)$/i.exec(authorization ?? "") ?? [];
  if (!token) throw new ManagementError(401, "Missing authentication");
  const read = await readAccessToken(tenant, token, managementAudience(tenant));
  const user = read && findUser(tenant.database, read.subject);
  if (!read || user?.blocked) throw new ManagementError(401, "Invalid token");
  return { subject: read.subject, clientId: read.clientId, scopes: read.scope.split(" ") };
}

/**
 * Throws 403 unless the caller may act on this user: on themselves with one of `own`, on anybody
 * with one of `any`.
 */
export function requireScope(
  caller: ManagementCaller,
  userId: string,
  { own, any }: { own: readonly string[]; any: readonly string[] },
): void {
  if (any.some((scope) => caller.scopes.includes(scope))) return;
  if (!own.some((scope) => caller.scopes.includes(scope))) {
    throw insufficientScope([...any, ...own]);
  }
  if (caller.subject !== userId) {
    throw new ManagementError(
      403,
      "User to be acted on does not match subject in bearer token.",
      "insufficient_scope",
    );
  }
}

export function insufficientScope(expected: readonly string[]): ManagementError {
  const message = `Insufficient scope, expected any of: ${expected.join(",")}`;
  return new ManagementError(403, message, "insufficient_scope");
}

import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { readMfaBearer } from "../policy/mfa-credential.js";
import { maskedName } from "../policy/mfa-names.js";
import { factorTypeOf } from "../policy/mfa-requirements.js";
import {
  findAuthenticator,
  listAuthenticators,
  removeAuthenticator,
  type Authenticator,
} from "../state/authenticators.js";

/** GET /mfa/authenticators: what the user has enrolled, confirmed or not. */
export async function listMfaAuthenticators(c: HttpContext): Promise<Response> {
  const { database } = c.var.tenant;
  const authorization = c.req.header("authorization");
  const { user } = await readMfaBearer(c.var.tenant, authorization, "read:authenticators");
  return c.json(listAuthenticators(database, user.userId).map(describe));
}

/** DELETE /mfa/authenticators/{id}. A login that waits for a factor cannot take it away. */
export async function removeMfaAuthenticator(c: HttpContext): Promise<Response> {
  const { database } = c.var.tenant;
  const authorization = c.req.header("authorization");
  const caller = await readMfaBearer(c.var.tenant, authorization, "remove:authenticators");
  const authenticator = findAuthenticator(database, c.req.param("id") ?? "");
  if (!authenticator || authenticator.userId !== caller.user.userId) {
    throw new OAuthError(404, "not_found", "The user has no authenticator with this id.");
  }
  if (caller.kind === "login" && authenticator.active) {
    throw new OAuthError(
      403,
      "insufficient_scope",
      "Insufficient scope, expected any of: remove:authenticators",
    );
  }
  removeAuthenticator(database, authenticator);
  return c.body(null, 204);
}

/** With `oob_channels` and `type`, which newer clients read in place of `oob_channel`. */
function describe(authenticator: Authenticator): Record<string, unknown> {
  const { id, type, active, channel } = authenticator;
  return {
    id,
    authenticator_type: type,
    active,
    ...(channel !== null && { oob_channel: channel, oob_channels: [channel] }),
    name: maskedName(authenticator),
    type: factorTypeOf(authenticator),
  };
}

import type { HttpContext } from "../http/environment.js";
import { text, tokenValues } from "../http/request-body.js";
import { legacyProfile } from "../policy/legacy-profile.js";
import { requireLegacyEndpoint } from "../policy/require-legacy-endpoint.js";
import { findUser } from "../state/users.js";
import { readIdToken } from "../tokens/read-id-token.js";

/** POST /tokeninfo: the whole profile behind an ID token, whatever its scopes. Off unless asked for. */
export async function tokenInfo(c: HttpContext): Promise<Response> {
  requireLegacyEndpoint(c);
  const { tenant } = c.var;
  const read = await readIdToken(tenant, text(tokenValues(c), "id_token") ?? "");
  const user = read && findUser(tenant.database, read.subject);
  if (!user || user.blocked) return c.text("Unauthorized", 401);
  c.header("Cache-Control", "no-store");
  return c.json({
    ...legacyProfile(tenant, user, { clientId: read.clientId, scope: "profile email phone" }),
    user_metadata: user.userMetadata,
    app_metadata: user.appMetadata,
  });
}

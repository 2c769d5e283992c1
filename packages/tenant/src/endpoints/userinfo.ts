import type { HttpContext } from "../http/environment.js";
import { legacyProfile } from "../policy/legacy-profile.js";
import { findUser } from "../state/users.js";
import { readAccessToken, userinfoAudience } from "../tokens/access-token.js";
import { userClaims } from "../tokens/claims.js";

/** GET /userinfo (OpenID Connect Core 5.3); failure is plain text, as Auth0 answers. */
export async function userinfo(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const [, token] = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  const read = token ? await readAccessToken(tenant, token, userinfoAudience(tenant)) : undefined;
  const user = read && findUser(tenant.database, read.subject);
  if (!user || user.blocked) {
    c.header("WWW-Authenticate", `Bearer${token ? ' error="invalid_token"' : ""}`);
    return c.text("Unauthorized", 401);
  }
  c.header("Cache-Control", "no-store");
  const profile = tenant.settings.legacyEndpoints
    ? legacyProfile(tenant, user, read)
    : userClaims(user, read.scope);
  return c.json({ sub: user.userId, ...profile });
}

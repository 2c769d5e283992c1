import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, type BodyValues } from "../http/request-body.js";
import { endSessions } from "../state/sessions.js";
import { changeUser, readState, type StateUserChanges } from "../state/tenant-state.js";

/** GET /_tenant/state: how many rows there are of each kind, and the users. */
export function showState(c: HttpContext): Response {
  return c.json(readState(c.var.tenant));
}

/** PATCH /_tenant/users/{id or e-mail address}: `blocked`, `emailVerified`, `mfaRequired`. */
export function patchStateUser(c: HttpContext): Response {
  const who = c.req.param("who") ?? "";
  if (!changeUser(c.var.tenant, who, readChanges(jsonValues(c)))) {
    throw new OAuthError(404, "not_found", `The tenant has no user ${who}.`);
  }
  return c.body(null, 204);
}

/** DELETE /_tenant/sessions: all of them, or those of `email`. */
export function deleteSessions(c: HttpContext): Response {
  endSessions(c.var.tenant, c.req.query("email"));
  return c.body(null, 204);
}

const changeable = ["blocked", "emailVerified", "mfaRequired"] as const;

/** In the words of a seed, or of Auth0: `emailVerified` and `email_verified` are the same. */
function readChanges(values: BodyValues): StateUserChanges {
  const entries = Object.entries(values).map(([name, value]) => {
    const seedName = name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
    const known = changeable.find((member) => member === seedName);
    if (!known) throw invalid(`${name} is not one of ${changeable.join(", ")}.`);
    if (typeof value !== "boolean") throw invalid(`${name} must be true or false.`);
    return [known, value] as const;
  });
  return Object.fromEntries(entries);
}

function invalid(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}

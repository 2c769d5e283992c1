import { clientAddress } from "../http/client-address.js";
import { plainError } from "../http/db-connection-error.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text } from "../http/request-body.js";
import { requireCaptcha } from "../policy/check-captcha.js";
import {
  requestPasswordChange,
  type PasswordChangeAnswer,
} from "../policy/request-password-change.js";
import { requireDatabase } from "../policy/require-database.js";
import { requireOrganization } from "../policy/resolve-organization.js";

/** POST /dbconnections/change_password: the same answer whether or not the user exists. */
export async function changePassword(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const values = jsonValues(c);
  const { client, connection } = requireDatabase(tenant, values);
  const organization = text(values, "organization");
  if (organization) requireOrganization(tenant, client, organization);
  const login = text(values, "email") ?? text(values, "username");
  if (!login) throw plainError("email is required");
  requireCaptcha(tenant, "change_password", values);
  const answer = await requestPasswordChange(tenant, {
    connection,
    login,
    address: clientAddress(c),
    transactionId: null,
    origin: { clientId: client.clientId, locale: c.req.header("x-request-language") },
  });
  writeLimit(c, answer);
  if (answer.status === "limited") {
    throw new OAuthError(429, "too_many_requests", "Too many requests for this email address.");
  }
  return c.html("We've just sent you an email to reset your password.");
}

function writeLimit(c: HttpContext, { limit, remaining, resetAt }: PasswordChangeAnswer): void {
  // Clients hold the time against their own clock, which the tenant's may be ahead of.
  const wait = resetAt - c.var.tenant.clock.now();
  const headers = {
    "X-RateLimit-Limit": limit,
    "X-RateLimit-Remaining": remaining,
    "X-RateLimit-Reset": Math.ceil((Date.now() + wait) / 1000),
  };
  for (const [name, value] of Object.entries(headers)) c.header(name, String(value));
  // A page reads no other headers of another origin's answer.
  c.header("Access-Control-Expose-Headers", Object.keys(headers).join(", "));
}

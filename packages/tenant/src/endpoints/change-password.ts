import { clientAddress } from "../http/client-address.js";
import { DbConnectionError, passwordLeaked, plainError } from "../http/db-connection-error.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { requireCaptcha } from "../policy/check-captcha.js";
import { judgeForAnybody } from "../policy/judge-new-password.js";
import {
  requestPasswordChange,
  type PasswordChangeAnswer,
} from "../policy/request-password-change.js";
import { requireDatabase } from "../policy/require-database.js";
import { requireOrganization } from "../policy/resolve-organization.js";
import { isLeaked } from "../policy/triggers.js";
import type { DatabaseConnection } from "../state/connections.js";

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
  const password = await readPassword(c, values, { connection, login });
  const answer = await requestPasswordChange(tenant, {
    connection,
    login,
    password,
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

/** The password that a link is to set: retired, because whoever asks for the mail chooses it. */
async function readPassword(
  c: HttpContext,
  values: BodyValues,
  { connection, login }: { readonly connection: DatabaseConnection; readonly login: string },
): Promise<string | undefined> {
  const { tenant } = c.var;
  const password = tenant.settings.legacyEndpoints ? text(values, "password") : undefined;
  if (password === undefined) return undefined;
  if (isLeaked(tenant, password)) throw passwordLeaked();
  const refusal = await judgeForAnybody(tenant, connection, { login, password });
  if (refusal) throw new DbConnectionError(refusal, refusal.message);
  return password;
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

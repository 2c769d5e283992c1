import { authenticateClient } from "../grants/authenticate-client.js";
import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { requireCaptcha } from "../policy/check-captcha.js";
import { readAuthParams } from "../policy/passwordless-link.js";
import { startPasswordless, type PasswordlessStart } from "../policy/passwordless-start.js";
import {
  badValue,
  readPasswordlessTarget,
  requireMember,
  wrongType,
  type PasswordlessTarget,
} from "../policy/passwordless-target.js";
import { findClient, type Client } from "../state/clients.js";

const known = new Set([
  "client_id",
  "client_secret",
  "client_assertion",
  "client_assertion_type",
  "connection",
  "email",
  "phone_number",
  "send",
  "authParams",
  "captcha",
]);

/** POST /passwordless/start: sends a code by mail or text message, or a link by mail. */
export function passwordlessStart(c: HttpContext): Response {
  const values = jsonValues(c);
  const start = readStart(c, values);
  const { state } = readObject(values, "authParams");
  requireCaptcha(c.var.tenant, "passwordless", { captcha: values["captcha"], state });
  const { externalId: _id, user } = startPasswordless(c.var.tenant, start);
  return c.json(
    start.connection.strategy === "email"
      ? { _id, email: start.username, email_verified: user?.emailVerified ?? false }
      : { _id, phone_number: start.username, phone_verified: user?.phoneVerified ?? false },
  );
}

function readStart(c: HttpContext, values: BodyValues): PasswordlessStart {
  const client = requireClient(c, values);
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw badValue("request", `the following properties are not allowed: ${unknown.join(", ")}`);
  }
  const target = readPasswordlessTarget(c.var.tenant, values, client);
  const send = readSend(target, values);
  const authParams = readObject(values, "authParams");
  return {
    ...target,
    client,
    send,
    authParams: send === "link" ? readAuthParams(client, authParams) : {},
    address: clientAddress(c),
    locale: c.req.header("x-request-language"),
  };
}

function requireClient(c: HttpContext, values: BodyValues): Client {
  const client = findClient(c.var.tenant.database, requireMember(values, "client_id"));
  if (!client) throw badValue("client_id", "The client does not exist");
  if (client.tokenEndpointAuthMethod === "none") return client;
  const isAuthenticating = text(values, "client_secret") ?? c.req.header("authorization");
  if (isAuthenticating !== undefined) return authenticateClient(c, values);
  throw new OAuthError(403, "unauthorized_client", "Client authentication is required");
}

/** A link unless a code is asked for; a text message always has a code. */
function readSend({ connection }: PasswordlessTarget, values: BodyValues): "code" | "link" {
  const { send = null } = values;
  if (send !== null && send !== "code" && send !== "link") {
    const shown = typeof send === "string" ? send : JSON.stringify(send);
    throw badValue("send", `error in send - No enum match for: ${shown}`);
  }
  return connection.strategy === "sms" || send === "code" ? "code" : "link";
}

function readObject(values: BodyValues, name: string): Readonly<Record<string, unknown>> {
  const value = values[name] ?? {};
  if (typeof value === "object" && !Array.isArray(value)) return { ...value };
  throw wrongType(name, value, "object");
}

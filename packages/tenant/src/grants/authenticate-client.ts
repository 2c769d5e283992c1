import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { findClient, type Client } from "../state/clients.js";
import { matchesDigest } from "../tokens/secret.js";

/** Client authentication (RFC 6749 section 2.3); public clients only name themselves. */
export function authenticateClient(c: HttpContext, values: BodyValues): Client {
  const basic = readBasic(c.req.header("authorization"));
  const named = text(values, "client_id");
  // The page's origin was held against the client of the body.
  if (basic && named !== undefined && named !== basic.clientId) throw unauthorized();
  const client = findClient(c.var.tenant.database, basic?.clientId ?? named);
  if (!client) throw unauthorized();
  switch (client.tokenEndpointAuthMethod) {
    case "none":
      return client;
    case "client_secret_post":
      return requireSecret(client, text(values, "client_secret"));
    case "client_secret_basic":
      return requireSecret(client, basic?.secret);
    default:
      return client.tokenEndpointAuthMethod satisfies never;
  }
}

function requireSecret(client: Client, secret: string | undefined): Client {
  if (secret && client.secretDigest && matchesDigest(secret, client.secretDigest)) return client;
  throw unauthorized();
}

function readBasic(header: string | undefined): { clientId: string; secret: string } | undefined {
  const [, encoded] = /^Basic (.+)$/i.exec(header ?? "") ?? [];
  if (!encoded) return undefined;
  const [clientId = "", ...secret] = Buffer.from(encoded, "base64").toString().split(":");
  try {
    return {
      clientId: decodeFormValue(clientId),
      secret: decodeFormValue(secret.join(":")),
    };
  } catch {
    // Broken percent encoding cannot name any client.
    return undefined;
  }
}

/** Both are form-encoded before they are put together (RFC 6749 section 2.3.1). */
function decodeFormValue(value: string): string {
  return decodeURIComponent(value.replaceAll("+", " "));
}

function unauthorized(): OAuthError {
  return new OAuthError(401, "access_denied", "Unauthorized");
}

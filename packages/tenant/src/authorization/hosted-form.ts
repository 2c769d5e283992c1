import { readCsrfCookie, writeCsrfCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import type { HostedForm } from "../pages/login-page.js";
import { findClient, type Client } from "../state/clients.js";
import { defaultConnection, findConnection, type Connection } from "../state/connections.js";
import { findTransaction, type Transaction } from "../state/transactions.js";
import { digestOf, matchesDigest, newSecret } from "../tokens/secret.js";

/** What a hosted page is about: the waiting request, its client and where its users live. */
export interface HostedRequest {
  readonly transaction: Transaction;
  readonly client: Client;
  readonly connection: Connection;
  readonly redirectUri: string;
}

/** Undefined if the transaction is over or was never there. */
export function findHostedRequest(c: HttpContext): HostedRequest | undefined {
  const { tenant } = c.var;
  const transaction = findTransaction(tenant, c.req.query("state"));
  if (!transaction) return undefined;
  const { client_id, connection: wanted, redirect_uri: redirectUri = "" } = transaction.parameters;
  const client = findClient(tenant.database, client_id);
  const connection = findConnection(tenant.database, wanted) ?? defaultConnection(tenant.database);
  return client && connection ? { transaction, client, connection, redirectUri } : undefined;
}

/** The values of the form, with a CSRF token that is also in a cookie. */
export function hostedForm(
  c: HttpContext,
  { transaction, client, connection }: HostedRequest,
  shown: { username: string; error?: string },
): HostedForm {
  const csrf = readCsrfCookie(c) ?? newSecret(18);
  writeCsrfCookie(c, csrf);
  return {
    clientName: client.name,
    state: transaction.id,
    csrf,
    username: shown.username,
    error: shown.error,
    signup: connection.signup,
    requiresUsername: connection.requiresUsername,
  };
}

/** True if the form came from a page that this tenant gave to this browser. */
export function hasCsrfToken(c: HttpContext): boolean {
  const expected = readCsrfCookie(c);
  const presented = c.var.body.kind === "form" ? text(c.var.body.values, "csrf") : undefined;
  return !!expected && !!presented && matchesDigest(presented, digestOf(expected));
}

import { readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { findClient, type Client } from "../state/clients.js";
import { useSession } from "../state/sessions.js";
import { findTransaction, type Transaction } from "../state/transactions.js";
import { readSignInTerms, type SignInTerms } from "./sign-in-terms.js";

/** An `/authorize` request that waits for its reader to sign in. */
export interface SignInRequest {
  readonly transaction: Transaction;
  readonly client: Client;
  readonly terms: SignInTerms;
  readonly redirectUri: string;
}

/** Undefined if it is over, was never there, or belongs to another browser by now. */
export function findSignInRequest(
  c: HttpContext,
  id: string | undefined,
): SignInRequest | undefined {
  const { tenant } = c.var;
  const transaction = findTransaction(tenant, id);
  if (!transaction || isTaken(c, transaction)) return undefined;
  const { client_id, redirect_uri: redirectUri = "" } = transaction.parameters;
  const client = findClient(tenant.database, client_id);
  if (!client) return undefined;
  try {
    const terms = readSignInTerms(tenant, client, transaction.parameters);
    return { transaction, client, terms, redirectUri };
  } catch (error) {
    // What it asks for was there when it began, and is not any more.
    if (error instanceof OAuthError) return undefined;
    throw error;
  }
}

/** Whether somebody in another browser has signed in for it. */
function isTaken(c: HttpContext, { sid }: Transaction): boolean {
  if (sid === null) return false;
  const secret = readSessionCookie(c);
  return !secret || useSession(c.var.tenant, secret)?.sid !== sid;
}

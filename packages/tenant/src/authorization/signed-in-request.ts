import { readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { useSession } from "../state/sessions.js";
import { findTransaction, type Transaction } from "../state/transactions.js";
import { findUser } from "../state/users.js";
import { readAuthorizationRequest, type AuthorizationRequest } from "./authorization-request.js";
import type { SignedIn } from "./continue-authorization.js";
import { readReturnAddress } from "./return-address.js";

/** A request whose reader has signed in and is asked one thing more. */
export interface SignedInRequest extends SignedIn {
  readonly transaction: Transaction;
  readonly request: AuthorizationRequest;
}

/** Undefined if it is over, or if another browser has signed in for it. */
export function findSignedInRequest(c: HttpContext): SignedInRequest | undefined {
  const { tenant } = c.var;
  const transaction = findTransaction(tenant, c.req.query("state"));
  const secret = readSessionCookie(c);
  const session = secret ? useSession(tenant, secret) : undefined;
  const user = session && findUser(tenant.database, session.userId);
  if (!transaction || !session || !user || transaction.sid !== session.sid) return undefined;
  const known = readReturnAddress(tenant, transaction.parameters);
  if (known.status === "refused") return undefined;
  try {
    const request = readAuthorizationRequest(tenant, transaction.parameters, known);
    return { transaction, request, session, user };
  } catch (error) {
    // What it asks for was there when it began, and is not any more.
    if (error instanceof OAuthError) return undefined;
    throw error;
  }
}

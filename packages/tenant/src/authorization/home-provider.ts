import type { HttpContext } from "../http/environment.js";
import { findHomeProvider } from "../policy/sign-in-choices.js";
import { providerAddress } from "./provider-request.js";
import type { SignInRequest } from "./sign-in-request.js";

/** Where the owner of an e-mail address signs in, if its domain belongs to a provider. */
export function homeOf(
  c: HttpContext,
  { transaction, terms }: SignInRequest,
  email: string,
): string | undefined {
  const connection = findHomeProvider(terms, email);
  return (
    connection &&
    providerAddress(c, { transactionId: transaction.id, connection, loginHint: email.trim() })
  );
}

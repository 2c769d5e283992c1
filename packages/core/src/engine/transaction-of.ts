import type { AuthorizeParameters } from "../authentication/authorize-url.js";
import { createTransaction, popupState, type Transaction } from "../transaction/transaction.js";
import type { EngineConfig, RedirectRequest } from "./engine.js";

/** What the address of a transaction says besides. */
export type AddressDetails = Partial<
  Omit<AuthorizeParameters, "responseType" | "redirectUri" | "state" | "scope" | "codeChallenge">
>;

/** Makes the address of a transaction. */
export type UrlOf = (transaction: Transaction, details: AddressDetails) => Promise<string>;

/** The transaction of a visit at the tenant's pages, in this window or in one of its own. */
export function transactionOf(
  request: RedirectRequest,
  responseType: EngineConfig["responseType"],
  where: "page" | "popup" = "page",
): Transaction {
  const { redirectUri, scope, audience, organization, maxAge, appState, connection } = request;
  const { state, nonce, subject, responseMode } = request;
  return createTransaction({
    responseType,
    redirectUri,
    scope,
    audience,
    organization,
    maxAge,
    appState,
    connection,
    // A popup's response is told by its state, which the page in the popup then hands on.
    state: where === "popup" ? popupState() : state,
    nonce,
    subject,
    // A form that the tenant posts arrives at a server, never here.
    ...(responseMode !== "form_post" && { responseMode }),
  });
}

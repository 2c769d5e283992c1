import { authorizeUrl, type AuthorizeParameters } from "../authentication/authorize-url.js";
import { authorizationCodeGrant } from "../authentication/token-grants.js";
import { webMessage } from "../browser/web-message.js";
import { readMessage } from "../callback/read-message.js";
import { isAuthError } from "../errors/auth-error.js";
import { codeChallenge, createTransaction, type Transaction } from "../transaction/transaction.js";
import type { Examination } from "./examination.js";

/** How the tenant answers a silent login. */
export type SilentAnswer =
  /** Somebody is signed in there; the ID token is unread and unverified, and absent where none was given. */
  | { readonly kind: "signed-in"; readonly idToken: string | undefined }
  /** `error` is the tenant's own word. */
  | { readonly kind: "refused"; readonly error: string }
  /** No answer came in time. */
  | { readonly kind: "silence" };

/** What a silent login asks for other than the configuration does. */
export type Asked = Partial<
  Pick<Transaction, "audience" | "organization"> & {
    readonly responseType: "code" | "token id_token";
  }
>;

/** Asks who is signed in: GET /authorize in a hidden iframe. A code is redeemed once, for its ID token alone. */
export async function silentAnswer(
  examination: Examination,
  asked: Asked = {},
): Promise<SilentAnswer> {
  const { config, tenant, signal } = examination;
  const transaction = transactionOf(examination, asked);
  const url = await addressOf(examination, transaction, "web_message");
  try {
    const message = await webMessage({
      url,
      origin: tenant.origin,
      state: transaction.state,
      deadline: config.deadlines.silent,
      signal,
    });
    const response = readMessage(message);
    switch (response.kind) {
      case "error":
        return { kind: "refused", error: response.error };
      case "tokens":
        return { kind: "signed-in", idToken: response.tokens.idToken };
      case "code":
        return {
          kind: "signed-in",
          idToken: await redeem(examination, transaction, response.code),
        };
      default:
        return { kind: "silence" };
    }
  } catch (error) {
    if (isAuthError(error, "timeout")) return { kind: "silence" };
    throw error;
  }
}

/** The request that `silentAnswer` makes, with nothing in it that lasts: no refresh token is asked for. */
export function transactionOf({ config }: Examination, asked: Asked = {}): Transaction {
  const scopes = config.scope.split(" ").filter((scope) => scope !== "offline_access");
  return createTransaction({
    responseType: config.responseType,
    redirectUri: config.redirectUri(),
    scope: scopes.join(" "),
    audience: config.audience,
    organization: config.organization,
    ...asked,
  });
}

/** Its address, for an answer by message or in the address of the callback. */
export async function addressOf(
  { tenant }: Examination,
  transaction: Transaction,
  responseMode: AuthorizeParameters["responseMode"],
): Promise<string> {
  const { responseType, redirectUri, scope, audience, organization, state, nonce } = transaction;
  return authorizeUrl(tenant, {
    responseType,
    responseMode,
    redirectUri,
    scope,
    audience,
    organization,
    state,
    nonce,
    prompt: "none",
    ...(responseType === "code" && {
      codeChallenge: await codeChallenge(transaction.codeVerifier),
    }),
  });
}

async function redeem(
  { tenant, signal }: Examination,
  { codeVerifier, redirectUri }: Transaction,
  code: string,
): Promise<string | undefined> {
  try {
    const grant = { code, codeVerifier, redirectUri };
    return (await authorizationCodeGrant(tenant, grant, { signal })).idToken;
  } catch (error) {
    if (!isAuthError(error) || error.code === "aborted") throw error;
    return undefined;
  }
}

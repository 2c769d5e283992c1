import type { NewUser } from "../authentication/signup.js";
import type { AuthorizationResponse } from "../callback/parse-response.js";
import type { User } from "../identity/user.js";
import type { AskedFor, VerifiedTokens } from "../session/session-from-tokens.js";
import type { AppState, Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";

/** What a user of a database connection types. */
export interface Credentials {
  /** E-mail address or user name. */
  readonly username: string;
  readonly password: string;
  /** The connection, in Auth0's word for it on the wire. */
  readonly realm: string;
}

/** A redirect to the tenant and back. */
export interface RedirectRequest extends AskedFor {
  readonly redirectUri: string;
  readonly appState?: AppState | undefined;
  readonly connection?: string | undefined;
  readonly loginHint?: string | undefined;
  readonly screenHint?: "signup" | undefined;
  readonly prompt?: "login" | "consent" | "select_account" | undefined;
  readonly maxAge?: number | undefined;
}

/**
 * The port to the tenant. Whatever stands behind it settles every call once, within a deadline, with verified
 * tokens or an `AuthError`, and leaves nothing behind in the page.
 */
export interface Engine {
  /** Cross-origin login without leaving the page. */
  loginInPage(
    credentials: Credentials,
    asked: AskedFor,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** Login at the token endpoint, which leaves no session at the tenant. */
  loginWithPasswordRealm(
    credentials: Credentials,
    asked: AskedFor,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** Checks credentials and gives the address that finishes the login by redirect. */
  loginUrl(
    credentials: Credentials,
    request: RedirectRequest,
    options: CallOptions,
  ): Promise<string>;
  /** The address of the tenant's own login, or of a connection's. */
  authorizeUrl(request: RedirectRequest): Promise<string>;
  /**
   * The transaction that the response of a redirect belongs to, given out once. Throws `transaction_lost`,
   * `transaction_expired`, `unsolicited` or `invalid_callback`.
   */
  takeTransaction(response: AuthorizationResponse): Transaction;
  /** Redeems the response of a redirect. */
  redeem(
    response: AuthorizationResponse,
    transaction: Transaction,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** New tokens for whom the tenant's session belongs to; `subject` is who it has to be. */
  silentLogin(
    asked: AskedFor & { readonly subject?: string | undefined },
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** New tokens for a refresh token. */
  refresh(
    refreshToken: string,
    asked: AskedFor & { readonly subject: string },
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  signup(connection: string, user: NewUser, options: CallOptions): Promise<void>;
  userinfo(accessToken: string, options: CallOptions): Promise<User>;
  logoutUrl(target: {
    readonly returnTo?: string | undefined;
    readonly federated?: boolean | undefined;
  }): string;
}

import type { Credentials } from "../authentication/co-authenticate.js";
import type { LogoutTarget, ResponseType } from "../authentication/authorize-url.js";
import type { ChangePasswordRequest } from "../authentication/change-password.js";
import type { PasswordlessStartRequest } from "../authentication/passwordless-start.js";
import type { NewUser } from "../authentication/signup.js";
import type { Tenant } from "../authentication/tenant.js";
import type { TokenExchange } from "../authentication/token-exchange.js";
import type { Verification, VerifiedTokens } from "../authentication/verify-tokens.js";
import type { PopupWindow } from "../browser/popup-window.js";
import type { AuthorizationResponse } from "../callback/authorization-response.js";
import type { User } from "../identity/user.js";
import type { AskedFor } from "../session/asked-for.js";
import type { AppState, Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";

/** A visit at the tenant's own pages and back. */
export interface RedirectRequest extends AskedFor {
  readonly redirectUri: string;
  readonly responseMode?: "query" | "fragment" | "form_post" | undefined;
  /** Values of one's own in the place of random ones. */
  readonly state?: string | undefined;
  readonly nonce?: string | undefined;
  readonly appState?: AppState | undefined;
  readonly connection?: string | undefined;
  readonly connectionScope?: readonly string[] | undefined;
  readonly invitation?: string | undefined;
  readonly loginHint?: string | undefined;
  readonly screenHint?: "signup" | undefined;
  readonly prompt?: "none" | "login" | "consent" | "select_account" | undefined;
  readonly maxAge?: number | undefined;
  readonly acrValues?: string | undefined;
  readonly uiLocales?: string | undefined;
  readonly extra?: Readonly<Record<string, string>> | undefined;
  /** The user that the answer has to be about. */
  readonly subject?: string | undefined;
}

/** A request to `/authorize` in a hidden iframe. */
export interface SilentRequest extends AskedFor {
  /** The user that the answer has to be about. */
  readonly subject?: string | undefined;
  /** A nonce of one's own in the place of a random one. */
  readonly nonce?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** What a login with credentials asks for. */
export interface CredentialsRequest extends AskedFor {
  /** The user that the answer has to be about. */
  readonly subject?: string | undefined;
  readonly maxAge?: number | undefined;
}

/** What an engine works with; all times in milliseconds but `leeway`, which is in seconds. */
export interface EngineConfig {
  /** Where requests go, for which application, and their deadline. */
  readonly tenant: Tenant;
  /** Every engine's ID tokens pass this one verification. */
  readonly verification: Verification;
  /** What authorization requests ask for: a code with PKCE, or tokens. */
  readonly responseType: Extract<ResponseType, "code" | "token id_token">;
  /** Where silent responses are addressed to; any allowed callback of this origin. */
  readonly redirectUri: () => string;
  /** Of a login in a hidden iframe. */
  readonly silentDeadline: number;
  /** Of a login in a window of its own, the user's typing included. */
  readonly popupDeadline: number;
  /** Separates applications and tenants that share a page, wherever something is kept for the way back. */
  readonly name: string;
}

/** Makes the engine of one client. Nothing happens before its first call. */
export type EngineFactory = (config: EngineConfig) => Engine;

/**
 * The port to the tenant. Whatever stands behind it settles every call once, within a deadline, with verified
 * tokens or an `AuthError`, and leaves nothing behind in the page.
 */
export interface Engine {
  /** Cross-origin login without leaving the page. */
  loginInPage(
    credentials: Credentials,
    asked: CredentialsRequest,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** Login at the token endpoint, which leaves no session at the tenant. */
  loginByGrant(
    credentials: Credentials,
    asked: CredentialsRequest,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** Checks credentials and gives the address that finishes the login by redirect. */
  loginUrl(
    credentials: Credentials,
    request: RedirectRequest,
    options: CallOptions,
  ): Promise<string>;
  /** The address of the tenant's own login, or of a connection's. Its transaction is kept for the way back. */
  authorizeUrl(request: RedirectRequest): Promise<string>;
  /**
   * Signs in by the tenant's pages in a window that the caller opened in the click and closes afterwards. Throws
   * `popup_closed`, `popup_unavailable` or `timeout`.
   */
  popupLogin(
    request: RedirectRequest,
    popup: PopupWindow,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /**
   * The transaction that the response of a redirect belongs to, given out once. Throws `transaction_lost`,
   * `transaction_expired`, `unsolicited` or `invalid_callback`.
   */
  takeTransaction(response: AuthorizationResponse): Transaction | Promise<Transaction>;
  /** Redeems the response of a redirect. */
  redeem(
    response: AuthorizationResponse,
    transaction: Transaction,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** New tokens for whom the tenant's session belongs to. */
  silentLogin(asked: SilentRequest, options: CallOptions): Promise<VerifiedTokens>;
  /** New tokens for a refresh token. */
  refresh(
    refreshToken: string,
    asked: AskedFor & { readonly subject: string },
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** Tokens for a token that somebody else issued. */
  exchangeToken(
    exchange: TokenExchange,
    asked: AskedFor,
    options: CallOptions,
  ): Promise<VerifiedTokens>;
  /** Creates a user: POST /dbconnections/signup. Signs nobody in. */
  signup(connection: string, user: NewUser, options: CallOptions): Promise<void>;
  /** Mails a link to set a new password: POST /dbconnections/change_password. */
  changePassword(request: ChangePasswordRequest, options: CallOptions): Promise<void>;
  /** Sends a code, or a link that comes back as the response to `link`. */
  passwordlessStart(
    request: PasswordlessStartRequest,
    link: RedirectRequest | undefined,
    options: CallOptions,
  ): Promise<void>;
  /** The user as the tenant knows them now: GET /userinfo. */
  userinfo(accessToken: string, options: CallOptions): Promise<User>;
  /** The address that ends the tenant's session: GET /v2/logout. Sends nothing. */
  logoutUrl(target: LogoutTarget): string;
}

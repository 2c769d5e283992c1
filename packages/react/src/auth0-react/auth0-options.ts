import type {
  AccessTokenParams,
  AppState,
  CallOptions,
  ConnectionLoginParams,
  HostedLoginParams,
  LogoutParams,
  PopupLoginParams,
  TokenParams,
} from "@portico/core";
import { withSignal } from "../flows/flow.js";

/**
 * Parameters of `GET /authorize` in the wire's spelling, as @auth0/auth0-react takes them. Those that have no name here
 * are sent as they are.
 */
export interface AuthorizationParams {
  readonly audience?: string | undefined;
  /** Separated by spaces. */
  readonly scope?: string | undefined;
  readonly connection?: string | undefined;
  readonly organization?: string | undefined;
  readonly invitation?: string | undefined;
  readonly prompt?: HostedLoginParams["prompt"];
  /** Seconds since the last sign-in that are allowed. */
  readonly max_age?: number | string | undefined;
  /** Where the browser comes back to; the response is taken where that is the configuration's own page. */
  readonly redirect_uri?: string | undefined;
  readonly screen_hint?: string | undefined;
  readonly login_hint?: string | undefined;
  readonly acr_values?: string | undefined;
  readonly ui_locales?: string | undefined;
  readonly display?: "page" | "popup" | "touch" | "wap" | undefined;
  readonly id_token_hint?: string | undefined;
  /** What the answer is held to is the client's alone. */
  readonly client_id?: never;
  readonly response_type?: never;
  readonly response_mode?: never;
  readonly state?: never;
  readonly nonce?: never;
  readonly code_challenge?: never;
  readonly code_challenge_method?: never;
  readonly [parameter: string]: string | number | boolean | undefined;
}

/** What `loginWithRedirect` takes: the parameters in the wire's spelling, in ours, or in both. */
export interface RedirectLoginOptions<
  TAppState extends AppState = AppState,
> extends ConnectionLoginParams {
  /** Kept in this tab for the way back. */
  readonly appState?: TAppState | undefined;
  readonly authorizationParams?: AuthorizationParams | undefined;
  /** What stands behind the `#` of the login page's address. */
  readonly fragment?: string | undefined;
  /** Goes to the login page in the place of the browser. */
  readonly openUrl?: ((url: string) => Promise<void> | void) | undefined;
}

/** What `loginWithPopup` takes. Where popups come back to is part of the configuration. */
export interface PopupLoginOptions extends PopupLoginParams {
  readonly authorizationParams?:
    | (AuthorizationParams & { readonly redirect_uri?: never })
    | undefined;
}

/** What else `loginWithPopup` takes. */
export interface PopupConfigOptions {
  /** Ends the call, which then fails as `aborted`; the configuration's deadline for popups if not given. */
  readonly timeoutInSeconds?: number | undefined;
}

/** What `getAccessTokenSilently` takes. */
export interface GetTokenSilentlyOptions extends AccessTokenParams, PopupConfigOptions {
  readonly authorizationParams?: TokenParams | undefined;
  /** `off` renews the token, whatever is at hand. */
  readonly cacheMode?: "on" | "off" | undefined;
}

/** What `logout` takes. */
export interface LogoutOptions extends LogoutParams {
  readonly logoutParams?: Pick<LogoutParams, "returnTo" | "federated"> | undefined;
  /** With null, `returnTo` has to be in the tenant's list and not in the application's. */
  readonly clientId?: null | undefined;
  /** Goes to the address of the tenant's logout in the place of the browser; false ends the session here alone. */
  readonly openUrl?: false | ((url: string) => Promise<void> | void) | undefined;
}

/** What the answer is held to; a client sends no further parameter in its place. */
const bound = /^(redirect_uri|audience|scope|connection|organization|invitation|prompt|max_age)$/;

/** In our spelling. */
export function fromRedirectOptions<
  Options extends {
    readonly authorizationParams?: AuthorizationParams | undefined;
    readonly extra?: HostedLoginParams["extra"];
  },
>(options: Options): Omit<Options, "authorizationParams"> {
  const { authorizationParams, ...params } = options;
  const named: Record<string, unknown> = {};
  const extra: Record<string, string> = { ...params.extra };
  for (const [name, value] of Object.entries(authorizationParams ?? {})) {
    if (value === undefined) continue;
    if (!bound.test(name)) extra[name] = String(value);
    else if (name === "redirect_uri") named["redirectUri"] = value;
    else if (name === "max_age") named["maxAge"] = Number(value);
    else named[name] = value;
  }
  return { ...params, ...named, extra };
}

/** In our spelling. */
export function fromPopupOptions(
  options: PopupLoginOptions = {},
  { timeoutInSeconds }: PopupConfigOptions = {},
): PopupLoginParams {
  return within(timeoutInSeconds, fromRedirectOptions(options));
}

/** In our spelling. */
export function fromTokenOptions(options: GetTokenSilentlyOptions = {}): AccessTokenParams {
  const { authorizationParams, cacheMode, timeoutInSeconds, ...own } = options;
  return within(timeoutInSeconds, {
    ...own,
    ...authorizationParams,
    ...(cacheMode === "off" && { minValidity: Infinity }),
  });
}

/** In our spelling. */
export function fromLogoutOptions(options: LogoutOptions = {}): LogoutParams {
  const { logoutParams, clientId, openUrl, ...own } = options;
  return {
    ...own,
    ...logoutParams,
    ...(clientId === null && { allowedBy: "tenant" }),
    ...(openUrl !== undefined && { local: true }),
  };
}

function within<Params extends CallOptions>(seconds: number | undefined, params: Params): Params {
  return seconds === undefined ? params : withSignal(params, AbortSignal.timeout(seconds * 1000));
}

import type { LoginHook } from "./policy/login-hook.js";
import type { TokenExchangeHook } from "./policy/token-exchange-hook.js";
import type { TenantSeed } from "./seed/seed.js";

/** How long things last, in seconds. */
export interface Lifetimes {
  idToken: number;
  /** Access tokens from the token endpoint; an API's own `tokenLifetime` wins. */
  accessToken: number;
  /** Access tokens handed to the browser by `/authorize`; an API's `browserTokenLifetime` wins. */
  browserAccessToken: number;
  code: number;
  loginTicket: number;
  /** How long a hosted login page may stay open. */
  transaction: number;
  sessionIdle: number;
  sessionAbsolute: number;
  refreshTokenIdle: number;
  refreshTokenAbsolute: number;
  /** How long a spent refresh token is still accepted. */
  refreshTokenLeeway: number;
  /** How long failed sign-ins are remembered. */
  failedAttempts: number;
  /** Codes and links of passwordless sign-in, and codes of a second factor. */
  otp: number;
  mfaToken: number;
  /** Links that reset a password, verify an address or unblock an account. */
  accountTicket: number;
  invitation: number;
  captcha: number;
}

/** How a tenant is started. Everything may be left out. */
export interface TenantOptions {
  /** Default 4101. Taken: the next free one. 0: any free one. */
  port?: number;
  /** A file, created with mode 0600. Default `:memory:`. */
  database?: string;
  seed?: TenantSeed;
  /** Serves https with a certificate made for this database. Default off. */
  https?: boolean;
  /** `strict` (default): a login ticket counts only together with the cookie set beside it. */
  ticketBinding?: "strict" | "lax";
  /** `lax` (default), or `none`: `SameSite=None; Secure`, for applications on another site. */
  cookies?: "lax" | "none";
  /** `production` (default): a refused origin gets no CORS headers. `readable`: it can read why. */
  refusedOrigins?: "production" | "readable";
  /** `posted` (default): an error page also posts its error to an allowed origin that waits for it. */
  errorPages?: "posted" | "silent";
  /** scrypt's N, a power of two. Default 16384; lower it in tests. */
  scryptCost?: number;
  /** Deterministic triggers, such as `leaked` in a password or `blocked+` in an address. Default on. */
  triggers?: boolean;
  /**
   * Failed sign-ins in a row, for one user and address, before `too_many_attempts`; also wrong codes
   * of a second factor in an hour, for one user. Default 10.
   */
  bruteForceLimit?: number;
  /** Failed sign-ins from one address in a day, whoever the user, before it is suspicious. Default 100. */
  suspiciousIpLimit?: number;
  /** Password changes that a caller may ask for in a minute, for one e-mail address. Default 10. */
  changePasswordLimit?: number;
  /** Codes and links that may be sent to one address in a minute. Default 10. */
  passwordlessStartLimit?: number;
  /** Wrong tries that a one-time code survives, the last one included. Default 3. */
  otpTries?: number;
  /** What a silent request answers while a second factor is due. Default `login_required`. */
  silentMfaError?: "login_required" | "mfa_required";
  /** Asks for consent whenever the application runs on localhost, as Auth0 does. Default off. */
  loopbackConsent?: boolean;
  /** Whether the challenge endpoints ask for a captcha. Default `never`. */
  captcha?: "never" | "always";
  /**
   * Serves what new Auth0 tenants have off: `/oauth/ro`, `/delegation`, `/tokeninfo`, passwords in
   * `/dbconnections/change_password`, Active Directory in `/user/ssodata`, and the older members of
   * `/userinfo`. `text-flags`: profiles say "true" in place of true, too. Default off.
   */
  legacyEndpoints?: boolean | "text-flags";
  /**
   * Path of an auth0-js build (`auth0.min.js`): `/authorize` then shows the classic hosted page,
   * which loads it. Default: the newer page, which needs no script.
   */
  classicPage?: string;
  /** Called at every sign-in, as an Auth0 post-login action is. */
  onLogin?: LoginHook;
  /** Validates subject tokens, as an Auth0 action for custom token exchange does. */
  onTokenExchange?: TokenExchangeHook;
  lifetimes?: Partial<Lifetimes>;
  /** Receives one line for each request. Default: silent. */
  log?: (line: string) => void;
}

/** The options with every default filled in, apart from what only the start needs. */
export type Settings = Required<
  Omit<TenantOptions, "port" | "database" | "seed" | "https" | "lifetimes" | "classicPage">
> & { lifetimes: Lifetimes; classicPage: string | null };

const day = 86_400;

const defaultLifetimes: Lifetimes = {
  idToken: 36_000,
  accessToken: day,
  browserAccessToken: 7200,
  code: 600,
  loginTicket: 300,
  transaction: 3600,
  sessionIdle: 3 * day,
  sessionAbsolute: 7 * day,
  refreshTokenIdle: 15 * day,
  refreshTokenAbsolute: 30 * day,
  refreshTokenLeeway: 0,
  failedAttempts: 30 * day,
  otp: 300,
  mfaToken: 600,
  accountTicket: 5 * day,
  invitation: 7 * day,
  captcha: 300,
};

/** Throws a plain Error for a value that could not work. */
export function resolveSettings(options: TenantOptions): Settings {
  const scryptCost = options.scryptCost ?? 16_384;
  if (scryptCost < 2 || !Number.isInteger(Math.log2(scryptCost))) {
    throw new Error(`scryptCost is ${scryptCost}: scrypt needs a power of two greater than 1.`);
  }
  return {
    ticketBinding: options.ticketBinding ?? "strict",
    cookies: options.cookies ?? "lax",
    refusedOrigins: options.refusedOrigins ?? "production",
    errorPages: options.errorPages ?? "posted",
    scryptCost,
    triggers: options.triggers ?? true,
    bruteForceLimit: options.bruteForceLimit ?? 10,
    suspiciousIpLimit: options.suspiciousIpLimit ?? 100,
    changePasswordLimit: options.changePasswordLimit ?? 10,
    passwordlessStartLimit: options.passwordlessStartLimit ?? 10,
    otpTries: options.otpTries ?? 3,
    silentMfaError: options.silentMfaError ?? "login_required",
    loopbackConsent: options.loopbackConsent ?? false,
    captcha: options.captcha ?? "never",
    legacyEndpoints: options.legacyEndpoints ?? false,
    classicPage: options.classicPage ?? null,
    onLogin: options.onLogin ?? (() => undefined),
    onTokenExchange: options.onTokenExchange ?? (() => undefined),
    lifetimes: { ...defaultLifetimes, ...options.lifetimes },
    log: options.log ?? (() => {}),
  };
}

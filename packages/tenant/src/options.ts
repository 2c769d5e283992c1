import type { TenantSeed } from "./seed.js";

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
}

export interface TenantOptions {
  /** Default 4101. Taken: the next free one. 0: any free one. */
  port?: number;
  /** A file, created with mode 0600. Default `:memory:`. */
  database?: string;
  seed?: TenantSeed;
  /** `strict` (default): a login ticket counts only together with the cookie set beside it. */
  ticketBinding?: "strict" | "lax";
  /** `production` (default): a refused origin gets no CORS headers. `readable`: it can read why. */
  refusedOrigins?: "production" | "readable";
  /** `posted` (default): an error page also posts its error to an allowed origin that waits for it. */
  errorPages?: "posted" | "silent";
  /** scrypt's N, a power of two. Default 16384; lower it in tests. */
  scryptCost?: number;
  /** Deterministic trigger words, such as `leaked` in a password. Default on. */
  triggers?: boolean;
  /** Failed sign-ins in a row before `too_many_attempts`. Default 10. */
  bruteForceLimit?: number;
  lifetimes?: Partial<Lifetimes>;
  /** Receives one line for each request. Default: silent. */
  log?: (line: string) => void;
}

/** The options with every default filled in, apart from what only the start needs. */
export type Settings = Required<Omit<TenantOptions, "port" | "database" | "seed" | "lifetimes">> & {
  lifetimes: Lifetimes;
};

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
};

/** Throws a plain Error for a value that could not work. */
export function resolveSettings(options: TenantOptions): Settings {
  const scryptCost = options.scryptCost ?? 16_384;
  if (scryptCost < 2 || !Number.isInteger(Math.log2(scryptCost))) {
    throw new Error(`scryptCost is ${scryptCost}: scrypt needs a power of two greater than 1.`);
  }
  return {
    ticketBinding: options.ticketBinding ?? "strict",
    refusedOrigins: options.refusedOrigins ?? "production",
    errorPages: options.errorPages ?? "posted",
    scryptCost,
    triggers: options.triggers ?? true,
    bruteForceLimit: options.bruteForceLimit ?? 10,
    lifetimes: { ...defaultLifetimes, ...options.lifetimes },
    log: options.log ?? (() => {}),
  };
}

/** A callback of auth0-js. It may be called with anything, twice, or never. */
export type WebAuthCallback = (error: unknown, result?: unknown) => void;

/** The part of auth0-js 10.2 that this room calls or replaces; whatever comes back from it is unknown. */
export interface WebAuth {
  login(options: object, callback: WebAuthCallback): void;
  passwordlessLogin(options: object, callback: WebAuthCallback): void;
  checkSession(options: object, callback: WebAuthCallback): void;
  signup(options: object, callback: WebAuthCallback): void;
  changePassword(options: object, callback: WebAuthCallback): void;
  customTokenExchange(options: object, callback: WebAuthCallback): void;
  /** Leaves the page. */
  authorize: (options: Readonly<Record<string, unknown>>) => void;
  validateAuthenticationResponse: () => void;
  readonly baseOptions: { state?: string | undefined };
  readonly client: {
    buildAuthorizeUrl: (options: object) => string;
    login(options: object, callback: WebAuthCallback): void;
    oauthToken(options: object, callback: WebAuthCallback): void;
    userInfo(accessToken: string, callback: WebAuthCallback): void;
    readonly passwordless: { start(options: object, callback: WebAuthCallback): void };
    readonly request: RequestBuilder;
  };
  readonly crossOriginAuthentication: { readonly request: RequestBuilder; storage: Storage };
  readonly transactionManager: { storage: Storage };
}

/** Where auth0-js keeps transactions and verifiers: cookies, unless it is replaced. */
export interface Storage {
  getItem(key: string): unknown;
  setItem(key: string, value: unknown): void;
  removeItem(key: string): void;
}

/** Makes the requests of auth0-js. */
export interface RequestBuilder {
  get: (url: string, options?: object) => WebAuthRequest;
  post: (url: string, options?: object) => WebAuthRequest;
}

/** A request that `end` sends. */
export interface WebAuthRequest {
  end: (callback: WebAuthCallback) => unknown;
  readonly request: { abort(): void };
}

/** How somebody last signed in at this browser, for a "last used" hint. Kept only where the app asked for it. */
export interface LastSignIn {
  /** The connection, where one is known. */
  readonly connection?: string;
  /** What they typed as their name, where they typed one. */
  readonly username?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Remembers it in localStorage, or not at all. */
export interface LastSignInStore {
  get(): LastSignIn | undefined;
  set(signIn: Omit<LastSignIn, "at">): void;
  clear(): void;
}

/** STUB `name` separates applications and tenants that share an origin. */
export function createLastSignInStore(_name: string, _enabled: boolean): LastSignInStore {
  return { get: () => undefined, set: () => {}, clear: () => {} };
}

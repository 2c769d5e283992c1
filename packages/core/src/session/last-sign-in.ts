/** How somebody last signed in at this browser, for a "last used" hint. Kept only where the app asked for it. */
export interface LastSignIn {
  /** The connection, where one is known. */
  readonly connection?: string;
  /** What they typed as their name, where they typed one. */
  readonly username?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is worth remembering of a sign-in. */
export type SignInHint = {
  readonly [Name in "connection" | "username"]?: string | undefined;
};

/** Remembers it in localStorage, or not at all. It outlives a sign-out, which is what a hint is for. */
export interface LastSignInStore {
  get(): LastSignIn | undefined;
  set(signIn: SignInHint): void;
  clear(): void;
}

/**
 * A browser that refuses to store has no hint and fails nothing. `name` separates applications and tenants that share
 * an origin.
 */
export function createLastSignInStore(name: string, enabled: boolean): LastSignInStore {
  const key = `portico.last-sign-in.${name}`;

  return {
    get: () => attempt(() => (enabled ? read(localStorage.getItem(key)) : undefined)),
    set({ connection, username }) {
      // An app that no longer wants it keeps nothing from the time when it did.
      if (!enabled) return forget();
      attempt(() => {
        localStorage.setItem(key, JSON.stringify({ connection, username, at: Date.now() }));
      });
    },
    clear: forget,
  };

  function forget(): void {
    attempt(() => localStorage.removeItem(key));
  }
}

/** Storage is writable by any script of the page, so what comes back is checked. */
function read(text: string | null): LastSignIn | undefined {
  const { connection, username, at } = Object(JSON.parse(text ?? "null")) as Record<
    string,
    unknown
  >;
  if (typeof at !== "number") return undefined;
  return {
    ...(typeof connection === "string" && { connection }),
    ...(typeof username === "string" && { username }),
    at,
  };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

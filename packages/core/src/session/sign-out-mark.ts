const keyOf = (name: string) => `portico.signed-out.${name}`;

/**
 * Notes in localStorage when somebody last signed out: a page that sleeps in the browser's cache, or a tab that is
 * opened again, hears nothing of it otherwise. `name` separates applications and tenants that share an origin.
 */
export function markSignOut(name: string): void {
  try {
    localStorage.setItem(keyOf(name), String(Date.now()));
  } catch {
    // A browser that keeps nothing keeps no sleeping session either.
  }
}

/** Whether somebody has signed out since a session began, in milliseconds since 1970. */
export function wasSignedOut(name: string, since: number): boolean {
  try {
    return Number(localStorage.getItem(keyOf(name))) > since;
  } catch {
    return false;
  }
}

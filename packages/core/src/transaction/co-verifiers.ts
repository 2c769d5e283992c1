const prefix = "co/verifier/";
const lifetime = 15 * 60_000;

/** Names the verifier of a login ticket, as Auth0's own library does. */
function keyOf(tenant: string, id: string): string {
  return `${prefix}${encodeURIComponent(tenant)}/${encodeURIComponent(id)}`;
}

/**
 * Keeps the verifier of a login ticket in this tab for 15 minutes, in case the tenant asks for it because its cookie did
 * not arrive. A browser that refuses to store only loses this second way.
 */
export function keepCoVerifier(tenant: string, id: string, verifier: string): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix) && !freshVerifier(key)) sessionStorage.removeItem(key);
    }
    const entry = { verifier, expiresAt: Date.now() + lifetime };
    sessionStorage.setItem(keyOf(tenant, id), JSON.stringify(entry));
  });
}

/** Gives a verifier out once; undefined for an unknown or outworn one. `tenant` is its origin. */
export function takeCoVerifier(tenant: string, id: string): string | undefined {
  return attempt(() => {
    const key = keyOf(tenant, id);
    const verifier = freshVerifier(key);
    sessionStorage.removeItem(key);
    return verifier;
  });
}

/** Forgets the verifiers for a tenant: whoever is signed in there needs none any more. */
export function forgetCoVerifiers(tenant: string): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(keyOf(tenant, ""))) sessionStorage.removeItem(key);
    }
  });
}

/** Storage is writable by any script of the page, so what comes back is checked. */
function freshVerifier(key: string): string | undefined {
  const entry = attempt((): unknown => JSON.parse(sessionStorage.getItem(key) ?? ""));
  if (typeof entry !== "object" || entry === null) return undefined;
  const { verifier, expiresAt } = entry as Record<string, unknown>;
  const isFresh = typeof expiresAt === "number" && expiresAt > Date.now();
  return isFresh && typeof verifier === "string" ? verifier : undefined;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * A path of this page's own origin, or `/` for everything that would lead elsewhere. The final text is what is
 * checked, because what looks harmless before it is resolved may not be after.
 */
export function safeReturnTo(target: unknown, origin = window.location.origin): string {
  const path = typeof target === "string" ? pathWithin(target, origin) : undefined;
  return path !== undefined && pathWithin(path, origin) === path ? path : "/";
}

function pathWithin(target: string, origin: string): string | undefined {
  try {
    const url = new URL(target, origin);
    if (url.origin !== origin || url.username || url.password) return undefined;
    return url.pathname + url.search + url.hash;
  } catch {
    return undefined;
  }
}

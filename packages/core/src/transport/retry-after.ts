const longestWait = 60_000;

/** The wait that a `Retry-After` header asks for (RFC 9110 section 10.2.3), in milliseconds, at most a minute. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestWait) : undefined;
}

const longestWait = 60_000;

/**
 * The wait that a `Retry-After` header asks for (RFC 9110 section 10.2.3), in milliseconds, at most a minute.
 * Undefined where it is neither a number of seconds nor a date.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : date(value) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWait);
}

/** Only the form that servers must send; `Date.parse` alone takes "-5" for a day in May 2001. */
function date(value: string): number {
  return value.endsWith(" GMT") ? Date.parse(value) : Number.NaN;
}

/** The one clock behind every expiry; tests move it, nothing else reads the time. */
export interface Clock {
  /** Milliseconds since 1970, as this tenant sees it. */
  now(): number;
  /** Sets how far the tenant is ahead of real time, in milliseconds; 0 is real time again. */
  offset(milliseconds: number): void;
}

export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    offset(milliseconds) {
      ahead = Math.round(milliseconds);
    },
  };
}

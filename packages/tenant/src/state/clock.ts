/**
 * The one clock behind every expiry; tests move it, nothing else reads the time. It is not stored:
 * a tenant that starts again is back in real time.
 */
export interface Clock {
  /** Milliseconds since 1970, as this tenant sees it. */
  now(): number;
  /** Sets how far the tenant is ahead of real time, in milliseconds; 0 is real time again. */
  offset(milliseconds: number): void;
  /** Sets what `now` answers, in milliseconds since 1970. */
  set(milliseconds: number): void;
  /** Stops the clock until `resume`; `offset` and `set` still move it. */
  freeze(): void;
  /** Goes on from where the clock stands. */
  resume(): void;
  read(): ClockReading;
}

/** What the clock of the tenant says. */
export interface ClockReading {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds ahead of real time. */
  readonly offset: number;
  readonly frozen: boolean;
}

/** 9999-12-31: later dates have no ISO form that other programs read. */
const latest = 253_402_300_799_000;

export function createClock(): Clock {
  let ahead = 0;
  let frozenAt: number | null = null;
  const now = () => frozenAt ?? Date.now() + ahead;

  function set(milliseconds: number): void {
    const time = checked(milliseconds);
    ahead = time - Date.now();
    if (frozenAt !== null) frozenAt = time;
  }

  return {
    now,
    set,
    offset(milliseconds) {
      const time = checked(Date.now() + milliseconds);
      ahead = Math.round(milliseconds);
      if (frozenAt !== null) frozenAt = time;
    },
    freeze() {
      frozenAt = now();
    },
    resume() {
      const time = now();
      if (frozenAt === null) return;
      frozenAt = null;
      set(time);
    },
    read: () => ({
      now: now(),
      offset: frozenAt === null ? ahead : frozenAt - Date.now(),
      frozen: frozenAt !== null,
    }),
  };
}

function checked(milliseconds: number): number {
  if (milliseconds >= 0 && milliseconds <= latest) return Math.round(milliseconds);
  throw new Error("The clock can be set to times from 1970 to 9999 only.");
}

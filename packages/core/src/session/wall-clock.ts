/** Something to do at a time of day. */
export interface Appointment {
  /** When, in milliseconds since 1970; undefined where there is nothing to wait for. */
  due(): number | undefined;
  /** Does it; gives how many milliseconds have to pass before it may be done again. */
  keep(): Promise<number>;
}

/** Timers stop while a machine sleeps, so none is trusted for longer. In milliseconds. */
const longestNap = 300_000;

/**
 * Keeps an appointment by the clock on the wall, while the page is visible and online, until `signal` fires. Gives a
 * function to call when `due` may have changed.
 */
export function watchClock({ due, keep }: Appointment, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let notBefore = 0;

  if (signal.aborted) return () => {};
  document.addEventListener("visibilitychange", look, { signal });
  for (const event of ["pageshow", "online"]) window.addEventListener(event, look, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  look();
  return look;

  function look(): void {
    clearTimeout(timer);
    const at = due();
    const isAway = document.visibilityState === "hidden" || !navigator.onLine;
    if (isBusy || isAway || at === undefined || signal.aborted) return;
    const left = Math.max(at, notBefore) - Date.now();
    if (left > 0) timer = setTimeout(look, Math.min(left, longestNap));
    else void run();
  }

  async function run(): Promise<void> {
    isBusy = true;
    notBefore = Date.now() + (await keep());
    isBusy = false;
    look();
  }
}

import type { CDPSession, Page } from "@playwright/test";

/** What a page holds at one moment, after everything that nobody needs any more is gone. */
export interface Vitals {
  /** Calls made so far. */
  readonly calls: number;
  /** Bytes of JavaScript objects. */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  readonly frames: number;
}

/** Looks at a page through the browser's own instruments (Chrome DevTools Protocol: HeapProfiler, Runtime, Performance). */
export async function watchVitals(page: Page): Promise<(calls: number) => Promise<Vitals>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  return async (calls) => {
    // What the first round sets free can hold what the second one finds.
    for (let round = 0; round < 3; round += 1) await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize: heap } = await cdp.send("Runtime.getHeapUsage");
    return { calls, heap, ...(await countsIn(cdp)) };
  };
}

async function countsIn(cdp: CDPSession): Promise<Omit<Vitals, "calls" | "heap">> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    listeners: of("JSEventListeners"),
    nodes: of("Nodes"),
    documents: of("Documents"),
    frames: of("Frames"),
  };
}

/** By how many bytes the heap grows with each call: the slope of the line that fits best (least squares). */
export function growth(samples: readonly Vitals[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ calls }) => calls)), mean(samples.map(({ heap }) => heap))];
  const above = samples.map(({ calls, heap }) => (calls - x) * (heap - y));
  const below = samples.map(({ calls }) => (calls - x) ** 2);
  return mean(above) / mean(below);
}

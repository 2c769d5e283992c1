import { expect } from "../../e2e/fixtures.js";
import type { Ended } from "../../harness/contract.js";
import type { Lab } from "../../contract/lab.js";
import type { NetworkFault } from "./network-fault.js";
import type { Planted } from "./plant-fault.js";

/** How a call stands when all that it could wait for is over. */
export interface Ending {
  /** Absent where it has never ended. */
  readonly ended?: Ended | undefined;
  /** How often it has ended. */
  readonly times: number;
  /** Where it wanted to leave the page for; it was held back. */
  readonly left?: string | undefined;
}

/** Milliseconds between looks at the tenant, which is in this process: a look costs nothing. */
const intervals = [5, 10, 20];
/** The deadline that the lab gives each step of our calls, in milliseconds. */
const deadline = 8000;
/** Longer than anything in auth0-js waits. */
const longAfter = 130_000;

/** Lets one of our calls end: the page's clock passes a deadline each time the fault is met anew. */
export async function awaitEnd(
  { page }: Lab,
  call: Promise<Ended>,
  planted: Planted,
  { untilDeadline = false }: NetworkFault,
): Promise<Ending> {
  const end = watchEnd(call);
  let passed = 0;
  while (untilDeadline && passed < 5) {
    // A deadline may also belong to a step that asks for nothing.
    await holds(() => end.ended !== undefined || planted.met() > passed, 2000);
    if (end.ended) break;
    await page.clock.fastForward(deadline);
    passed += 1;
  }
  // Where it could not even be called, this fails.
  await Promise.race([call, holds(() => end.ended !== undefined, 10_000)]);
  return { ended: end.ended, times: end.ended ? 1 : 0 };
}

/** Begins a call of the unmodified auth0-js, and lets so much time pass that it would have ended if it ever did. */
export async function awaitBareEnd(
  lab: Lab,
  begin: () => Promise<Ended>,
  planted: Planted,
  { untilDeadline = false }: NetworkFault,
): Promise<Ending> {
  const { page } = lab;
  await page.evaluate(() => window.holdBack.start());
  const call = begin();
  const end = watchEnd(call);
  await holds(() => end.ended !== undefined || planted.met() > 0, 10_000);
  if (!untilDeadline) await Promise.race([call, planted.answered]);
  if (!end.ended) await page.clock.fastForward(longAfter);
  const { left, times } = await page.evaluate(() => ({
    left: window.holdBack.stop(),
    times: window.contract.look().times,
  }));
  // What has ended in the page is on its way here.
  await (times > 0 ? call : Promise.race([call, Promise.resolve()]));
  return { ended: end.ended, times, left };
}

function watchEnd(call: Promise<Ended>): { ended?: Ended } {
  const end: { ended?: Ended } = {};
  call.then((ended) => (end.ended = ended)).catch(() => {});
  return end;
}

/** Whether something comes true in time, in milliseconds. */
export function holds(
  condition: () => boolean | Promise<boolean>,
  timeout: number,
): Promise<boolean> {
  const poll = expect.poll(condition, { timeout, intervals }).toBe(true);
  return poll.then(
    () => true,
    () => false,
  );
}

declare global {
  interface Window {
    holdBack: { start(): void; stop(): string | undefined };
  }
}

/** Runs in the page: from `start` to `stop`, it cannot be left; `stop` tells where it was to go. */
export function installHoldBack(): void {
  let left: string | undefined;
  let ending: AbortController | undefined;
  const hold = (event: Event & { destination: { url: string; sameDocument: boolean } }) => {
    if (event.destination.sameDocument) return;
    left = event.destination.url;
    event.preventDefault();
  };
  window.holdBack = {
    start() {
      left = undefined;
      ending = new AbortController();
      const { signal } = ending;
      Reflect.get(window, "navigation").addEventListener("navigate", hold, { signal });
    },
    stop() {
      ending?.abort();
      return left;
    },
  };
}

import { expect } from "../../e2e/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import type { Entry } from "./entries.js";
import type { Primary } from "./primary.js";
import type { Known } from "./token-row.js";

/** Where a row is tried. */
export interface Place {
  readonly lab: Lab;
  readonly entry: Entry;
  readonly primary: Primary;
  readonly known: Known;
  /** Milliseconds since 1970 at which the clocks of the page and the tenant stand. */
  readonly now: number;
  /** Console output and uncaught errors, as they come. */
  readonly noise: string[];
}

/** Where the identities of the primary account are. */
export function linkPath({ primary }: Place): string {
  return `/api/v2/users/${primary.userId}/identities`;
}

/** Until it is so, or the time is over, in milliseconds. */
export async function waitFor(isSo: () => unknown, timeout: number): Promise<void> {
  const poll = expect.poll(async () => Boolean(await isSo()), { intervals: [10, 20, 40], timeout });
  await poll.toBe(true).catch(() => {});
}

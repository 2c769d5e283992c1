import { isAuthError } from "../errors/auth-error.js";
import { withDeadline, type CallOptions } from "./deadline.js";

/** A lock that one tab at a time has. */
export interface TabLock {
  /** Whether another had it first. */
  readonly waited: boolean;
  /** Gives it back. Resolves when it is there for the next, who else would find it taken and wait. */
  release(): Promise<unknown>;
}

type Release = TabLock["release"];

/**
 * Takes a lock of this origin (Web Locks), which a tab that crashes gives back. Whoever has waited for `patience`
 * milliseconds goes on without it, because the tab that has it may be frozen. Throws `aborted`.
 */
export async function takeTabLock(
  name: string,
  patience: number,
  { signal, onWait }: CallOptions & { readonly onWait?: () => void },
): Promise<TabLock> {
  const free = await request(name, { ifAvailable: true }).catch(() => alone);
  if (free) return { waited: false, release: free };
  onWait?.();
  try {
    const release = await withDeadline(patience, { signal }, (ended) =>
      request(name, { signal: ended }),
    );
    return { waited: true, release: release ?? alone };
  } catch (error) {
    if (isAuthError(error, "aborted")) throw error;
    return { waited: false, release: alone };
  }
}

const alone: Release = async () => {};

/** Gives the way to release the lock; undefined where it was not to be had at once. */
function request(name: string, options: LockOptions): Promise<Release | undefined> {
  const { locks } = globalThis.navigator ?? {};
  // Absent on pages that are not secure; each tab then works for itself.
  if (!locks) return Promise.resolve(alone);
  return new Promise((resolve, reject) => {
    const released = locks.request(name, options, async (lock) => {
      if (!lock) return resolve(undefined);
      await new Promise<void>((end) =>
        resolve(() => {
          end();
          return released;
        }),
      );
    });
    released.catch(reject);
  });
}

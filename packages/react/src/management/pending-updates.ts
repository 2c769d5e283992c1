import { createStore, type ReadonlyStore } from "../flows/store.js";

/** Keys of `user_metadata` with their new values; `null` removes one. */
export type MetadataPatch = Readonly<Record<string, unknown>>;

/** The updates of a user's metadata that are on their way: an observable list, oldest first. */
export interface PendingUpdates extends ReadonlyStore<readonly MetadataPatch[]> {
  /** Sends an update when those before it have ended, and lists it until it has ended too. */
  add<Result>(patch: MetadataPatch, send: () => Promise<Result>): Promise<Result>;
}

/** An empty list. One that is sent at a time makes the latest update the one that lasts. */
export function createPendingUpdates(): PendingUpdates {
  const { get, set, subscribe } = createStore<readonly MetadataPatch[]>([]);
  let last: Promise<unknown> = Promise.resolve();

  return {
    get,
    subscribe,
    add(patch, send) {
      set([...get(), patch]);
      const sent = last.then(send).finally(() => set(get().filter((one) => one !== patch)));
      last = sent.catch(() => {});
      return sent;
    },
  };
}

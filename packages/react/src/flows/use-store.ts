"use client";

import { useSyncExternalStore } from "react";
import type { ReadonlyStore } from "./store.js";

/** What a store holds: now, and whenever it changes. */
export function useStore<Value>({ subscribe, get }: ReadonlyStore<Value>): Value {
  // A function of its own for each render: where a component sets state while it renders, React 18 would else take the
  // value of an earlier render for the one that is shown, and miss the change back to it.
  return useSyncExternalStore(subscribe, () => get(), get);
}

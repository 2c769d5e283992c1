"use client";

import { useSyncExternalStore } from "react";
import type { ReadonlyStore } from "./store.js";

/** What a store holds: now, and whenever it changes. */
export function useStore<Value>({ subscribe, get }: ReadonlyStore<Value>): Value {
  return useSyncExternalStore(subscribe, get, get);
}

"use client";

import { useSyncExternalStore } from "react";
import type { Store } from "./store.js";

/** What a store holds: now, and whenever it changes. */
export function useStore<Value>({ subscribe, get }: Pick<Store<Value>, "get" | "subscribe">): Value {
  return useSyncExternalStore(subscribe, get, get);
}

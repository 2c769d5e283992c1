"use client";

import type { AuthClient } from "@portico/core";
import { useCallback, useSyncExternalStore } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { listen } from "./listen.js";
import { createStore } from "./store.js";

// What a client remembers besides its session tells nobody when it changes, so whoever changes it here does.
const changes = createStore({});

/**
 * Something that the client remembers besides its session; undefined on a server. `read` has to give the same until it
 * changes.
 */
export function useRemembered<T>(read: () => T | undefined): T | undefined {
  const client = useAuthClient();
  const subscribe = useCallback((listener: () => void) => follow(client, listener), [client]);
  return useSyncExternalStore(subscribe, read, () => undefined);
}

/** Has every reader look again. */
export function tellReaders(): void {
  changes.set({});
}

/** Sign-ins and sign-outs change it too, and so do other tabs. */
function follow({ session }: AuthClient, listener: () => void): () => void {
  const stops = [
    session.subscribe(listener),
    changes.subscribe(listener),
    listen(window, "storage", listener),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

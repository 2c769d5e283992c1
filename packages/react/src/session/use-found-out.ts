"use client";

import type { SessionState } from "@portico/core";
import { useSyncExternalStore } from "react";
import { starting, useAuthClient } from "../provider/auth-context.js";

/** What the client itself has found out: `starting` until then, whatever the provider's `initialState` is. */
export function useFoundOut(): SessionState {
  const { session } = useAuthClient();
  // For React 18, as in useStore.
  return useSyncExternalStore(
    session.subscribe,
    () => session.get(),
    () => starting,
  );
}

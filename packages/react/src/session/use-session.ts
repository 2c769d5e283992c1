"use client";

import type { SessionState } from "@portico/core";
import { useSyncExternalStore } from "react";
import { useAuthClient } from "../provider/auth-context.js";

/** The session's state: `starting`, `anonymous` or `authenticated`. On a server it is `starting`. */
export function useSession(): SessionState {
  const { session } = useAuthClient();
  return useSyncExternalStore(session.subscribe, session.get, onServer);
}

const starting: SessionState = Object.freeze({ status: "starting" });

function onServer(): SessionState {
  return starting;
}

"use client";

import type { SessionState, User } from "@portico/core";
import { useSession } from "./use-session.js";

/** The signed-in user, or undefined. The same object until something about the user changes. */
export function useUser(): User | undefined {
  return useSession(userOf);
}

/** Who is signed in in this state, if anybody is. */
export function userOf(state: SessionState): User | undefined {
  return state.status === "authenticated" ? state.session.user : undefined;
}

"use client";

import type { User } from "@portico/core";
import { useSession } from "./use-session.js";

/** The signed-in user, or undefined. The same object until something about the user changes. */
export function useUser(): User | undefined {
  const state = useSession();
  return state.status === "authenticated" ? state.session.user : undefined;
}

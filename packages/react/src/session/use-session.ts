"use client";

import type { SessionState } from "@portico/core";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useAuthContext } from "../provider/auth-context.js";

/** The session's state: `starting`, `anonymous` or `authenticated`. */
export function useSession(): SessionState;
/**
 * What `select` makes of the session's state. The component renders again only when that changes, as `isEqual`, which
 * is `Object.is` if not given, sees it; an equal selection stays the same object. `select` may be another function at
 * every render.
 */
export function useSession<Selected>(
  select: (state: SessionState) => Selected,
  isEqual?: (before: Selected, now: Selected) => boolean,
): Selected;
export function useSession(
  select: (state: SessionState) => unknown = itself,
  isEqual: IsEqual = Object.is,
): unknown {
  const { client, initialState } = useAuthContext();
  const { session } = client;
  const [keep] = useState(keeping);
  const [read, readFirst] = useMemo(() => {
    const selectAndKeep = (state: SessionState) => keep(select(state), isEqual);
    const now = () => {
      const state = session.get();
      return state.status === "starting" ? initialState : state;
    };
    return [selecting(now, selectAndKeep), selecting(() => initialState, selectAndKeep)];
  }, [session, initialState, select, isEqual, keep]);
  // For React 18, as in useStore.
  return useSyncExternalStore(session.subscribe, () => read(), readFirst);
}

type IsEqual = (before: unknown, now: unknown) => boolean;

/** Keeps a selection while the next ones are equal to it. */
function keeping(): (selected: unknown, isEqual: IsEqual) => unknown {
  let kept: { readonly selected: unknown } | undefined;
  return (selected, isEqual) => {
    if (!kept || !isEqual(kept.selected, selected)) kept = { selected };
    return kept.selected;
  };
}

/** Selects once for each state. */
function selecting(read: () => SessionState, select: (state: SessionState) => unknown) {
  let last: { readonly state: SessionState; readonly selected: unknown } | undefined;
  return () => {
    const state = read();
    if (last?.state !== state) last = { state, selected: select(state) };
    return last.selected;
  };
}

function itself(state: SessionState): SessionState {
  return state;
}

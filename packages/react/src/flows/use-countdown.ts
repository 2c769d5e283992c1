"use client";

import { useCallback, useSyncExternalStore } from "react";
import { listen } from "./listen.js";

/**
 * The whole seconds left until a time in milliseconds since 1970, such as `challenge.resendAt`; 0 when it is over, when
 * there is none, and on a server. Renders once a second while something is left. Give the same time at every render:
 * take `Date.now() + error.retryAfter` when the failure comes in, not while rendering.
 */
export function useCountdown(until: number | undefined): number {
  const end = until ?? 0;
  const subscribe = useCallback((listener: () => void) => follow(end, listener), [end]);
  return useSyncExternalStore(
    subscribe,
    () => secondsUntil(end),
    () => 0,
  );
}

function follow(end: number, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const left = end - Date.now();
    if (left > 0) timer = setTimeout(look, left % 1000 || 1000);
    listener();
  };
  look();
  // Timers stand still while a device sleeps.
  const stops = [listen(document, "visibilitychange", look), listen(window, "pageshow", look)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

function secondsUntil(end: number): number {
  return Math.max(0, Math.ceil((end - Date.now()) / 1000) || 0);
}

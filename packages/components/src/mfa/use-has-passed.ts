"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether a time, in milliseconds since 1970, has passed; renders once, when it does. False on a server. */
export function useHasPassed(time: number): boolean {
  const subscribe = useCallback((listener: () => void) => watch(time, listener), [time]);
  return useSyncExternalStore(
    subscribe,
    () => Date.now() >= time,
    () => false,
  );
}

// Browsers count in 31 bits and take a longer wait for none.
const longest = 2 ** 31 - 1;

function watch(time: number, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const left = time - Date.now();
    if (left > 0) timer = setTimeout(look, Math.min(left, longest));
    listener();
  };
  look();
  // Timers stand still while a device sleeps.
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pageshow", look);
  };
}

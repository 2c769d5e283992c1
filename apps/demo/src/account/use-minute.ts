import { useSyncExternalStore } from "react";

const minute = 60_000;

/** The time in milliseconds since 1970, at the start of the minute; the component renders again when it ends. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, currentMinute);
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, minute);
  // A page in the background may have slept through its timer.
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

function currentMinute(): number {
  return Math.floor(Date.now() / minute) * minute;
}

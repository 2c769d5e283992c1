import { useMemo, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let moved = false;

/** The page's address; the component renders again when it changes. */
export function useAddress(): URL {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  return useMemo(() => new URL(href), [href]);
}

/** Goes to another page of this app without loading one. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, "", to);
  else window.history.pushState(null, "", to);
  window.scrollTo(0, 0);
  announce();
}

/** Whether the reader has moved within the app; the page that they came in on is announced by the browser. */
export function hasMoved(): boolean {
  return moved;
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("popstate", announce);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("popstate", announce);
  };
}

function announce(): void {
  moved = true;
  for (const listener of listeners) listener();
}

import { useSyncExternalStore } from "react";

/** Goes to a page of the app without loading one. */
export function navigate(path: string): void {
  window.history.replaceState({}, document.title, path);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/** The path of the page that is shown. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  return () => window.removeEventListener("popstate", listener);
}

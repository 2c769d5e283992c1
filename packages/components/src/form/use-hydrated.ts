"use client";

import { useSyncExternalStore } from "react";

/** Whether handlers are attached: false on a server and in the page that it sent, until React takes over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribe, onClient, onServer);
}

function subscribe(): () => void {
  return () => {};
}

function onClient(): boolean {
  return true;
}

function onServer(): boolean {
  return false;
}

"use client";

import { useSyncExternalStore } from "react";

/**
 * The address of this page where another site shows it inside a page of its own; undefined otherwise, on a server, and
 * until React takes over.
 */
export function useFramed(): string | undefined {
  return useSyncExternalStore(subscribe, framedAddress, onServer);
}

// A page does not move into a frame or out of one.
function subscribe(): () => void {
  return () => {};
}

function framedAddress(): string | undefined {
  return isAmongStrangers(window) ? window.location.href : undefined;
}

function onServer(): undefined {
  return undefined;
}

/** Looks at every page around: one of our own may itself be framed by somebody else's. */
function isAmongStrangers({ parent, location }: Window): boolean {
  try {
    for (let page = parent, inner: Window = window; page !== inner; page = page.parent) {
      if (page.location.origin !== location.origin) return true;
      inner = page;
    }
    return false;
  } catch {
    // Reading the address of another origin throws.
    return true;
  }
}

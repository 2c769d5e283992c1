"use client";

import type { ReactNode } from "react";
import { useFoundOut } from "./use-found-out.js";

/** What `PopupCallback` shows. */
export interface PopupCallbackProps {
  /** Where no window waits for this one, as when somebody opened the page by hand. */
  readonly children?: ReactNode;
  /** Until the window has handed its response over, which closes it. */
  readonly fallback?: ReactNode;
}

/**
 * The page at `popupRedirectUri`, inside the app. The provider hands the response to the window that waits for it and
 * closes this one. A page of its own that only does this is smaller: see `@portico/core/popup-callback`.
 */
export function PopupCallback({ children, fallback }: PopupCallbackProps): ReactNode {
  // Whoever hands a response over finds out nothing about a session.
  return useFoundOut().status === "starting" ? fallback : children;
}

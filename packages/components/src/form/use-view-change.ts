"use client";

import { useEffect, useRef } from "react";
import { tell } from "./tell.js";

/** Tells the app of every view but the first, when it is shown. */
export function useViewChange<View extends string>(
  view: View,
  onViewChange: ((view: View) => void) | undefined,
): void {
  const told = useRef(view);
  useEffect(() => {
    if (told.current === view) return;
    told.current = view;
    tell(onViewChange, view);
  }, [view, onViewChange]);
}

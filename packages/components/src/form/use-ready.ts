"use client";

import { useEffect, useRef } from "react";
import { tell } from "./tell.js";
import { useHydrated } from "./use-hydrated.js";

/** Tells the app, once, that what calls this is on the screen and can be used. */
export function useReady(onReady: (() => void) | undefined): void {
  const isHydrated = useHydrated();
  const isTold = useRef(false);
  useEffect(() => {
    if (!isHydrated || isTold.current) return;
    isTold.current = true;
    tell(onReady, undefined);
  }, [isHydrated, onReady]);
}

/** The same for what stands beside it. */
export function Ready(props: { readonly onReady: (() => void) | undefined }): null {
  useReady(props.onReady);
  return null;
}

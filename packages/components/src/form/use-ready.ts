"use client";

import { useEffect, useRef } from "react";
import { tell } from "./tell.js";
import { useHydrated } from "./use-hydrated.js";

/** Tells the app, once, that what calls this is on the screen and can be used; not before `isThere`. */
export function useReady(onReady: (() => void) | undefined, isThere = true): void {
  const isHydrated = useHydrated();
  const isTold = useRef(false);
  useEffect(() => {
    if (!isHydrated || !isThere || isTold.current) return;
    isTold.current = true;
    tell(onReady, undefined);
  }, [isHydrated, isThere, onReady]);
}

/** The same for what stands beside it. */
export function Ready(props: { readonly onReady: (() => void) | undefined }): null {
  useReady(props.onReady);
  return null;
}

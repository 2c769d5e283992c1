"use client";

import { useEffect, useRef, type RefObject } from "react";

/**
 * For what comes in the place of something that may have had the focus: gets it, unless the reader is elsewhere. `at`
 * tells one place of the same element from the next.
 */
export function useArrival<E extends HTMLElement>(
  isWanted: boolean | undefined,
  at?: string,
): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    const isNowhere = activeElement === null || activeElement === body;
    if (isWanted && isNowhere) element.current?.focus();
  }, [isWanted, at]);
  return element;
}

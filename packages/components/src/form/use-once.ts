"use client";

import { useRef } from "react";

/** What `useOnce` gives. */
export interface Once {
  /** Runs a call unless another is still running, as for a second click before anything was rendered. */
  readonly run: (call: () => Promise<void>) => void;
  /** Waits for the one under way no more. */
  readonly release: () => void;
}

/** One call at a time, so that its end is told once. */
export function useOnce(): Once {
  const running = useRef<object>(undefined);
  return {
    run: (call) => {
      if (running.current) return;
      const mine = {};
      running.current = mine;
      void call().finally(() => {
        if (running.current === mine) running.current = undefined;
      });
    },
    release: () => {
      running.current = undefined;
    },
  };
}

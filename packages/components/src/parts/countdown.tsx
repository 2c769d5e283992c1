"use client";

import { useEffect, useState, type ReactNode } from "react";
import type { CoolDown } from "./form-progress.js";

/** What `Countdown` takes. */
export interface CountdownProps extends CoolDown {
  /** The words for the seconds that are left. */
  readonly children: (seconds: number) => ReactNode;
}

/** Counts seconds down from when it appears, by the clock: a page that slept catches up. */
export function Countdown({ seconds, end: onEnd, children }: CountdownProps): ReactNode {
  const [left, setLeft] = useState(seconds);

  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.ceil((end - Date.now()) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [seconds]);

  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver, onEnd]);

  return children(Math.max(left, 1));
}

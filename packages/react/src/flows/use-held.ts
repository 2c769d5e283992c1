"use client";

import { useState } from "react";

/** The value, or while `isHeld` the last one before. */
export function useHeld<T extends object>(value: T | undefined, isHeld: boolean): T | undefined {
  const [held, setHeld] = useState(value);
  if (!isHeld && held !== value) setHeld(value);
  return isHeld ? held : value;
}

"use client";

import { useEffect, useState } from "react";

/**
 * Makes a call that nobody clicked for, as soon as it is wanted. A developer's mistake is thrown where the component
 * renders, so that it is seen. `run` has to be the same function until the call is another one.
 */
export function useUnaskedCall(isWanted: boolean, run: () => Promise<unknown>): void {
  const [, fail] = useState<never>();
  useEffect(() => {
    if (!isWanted) return;
    run().catch((mistake: unknown) => {
      fail(() => {
        throw mistake;
      });
    });
  }, [isWanted, run]);
}

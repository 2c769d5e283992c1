"use client";

import { createContext } from "react";

/** The surface that a card stands on as a part of it. */
export interface OuterSurface {
  /** The id of the card's title, after which the surface is named. */
  readonly nameId: string;
  /** Whether tabs above the card lead to the others like it. */
  readonly hasTabs: boolean;
}

/** Given where a card stands on a surface that is there already. */
export const InnerCardContext = createContext<OuterSurface | undefined>(undefined);

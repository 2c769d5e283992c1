"use client";

import { useContext, useMemo, type ReactNode } from "react";
import { UnstyledContext } from "./part-props.js";
import { ReplacementsContext, type Replacements } from "./slot.js";
import type { Slots } from "./slots.js";

/** How the components below look. */
export interface Appearance {
  /** Components in the place of parts, by the parts' names; each gets the part as `Default`. */
  readonly slots?: Slots | undefined;
  /** Without classes, so that no rule of the style sheet applies; `data-part` and `data-state` stay. */
  readonly unstyled?: boolean | undefined;
}

/** What `AppearanceProvider` takes. What it leaves out comes from the provider above. */
export interface AppearanceProviderProps extends Appearance {
  readonly children?: ReactNode;
}

/** Replaces parts, or takes the looks off, for all components below it. */
export function AppearanceProvider(props: AppearanceProviderProps): ReactNode {
  const { slots, unstyled, children } = props;
  const above = useContext(ReplacementsContext);
  const isUnstyled = useContext(UnstyledContext);
  const replacements = useMemo(
    () => (slots ? { ...above, ...(slots as Replacements) } : above),
    [above, slots],
  );
  return (
    <UnstyledContext.Provider value={unstyled ?? isUnstyled}>
      <ReplacementsContext.Provider value={replacements}>{children}</ReplacementsContext.Provider>
    </UnstyledContext.Provider>
  );
}

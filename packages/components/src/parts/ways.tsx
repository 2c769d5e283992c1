"use client";

import type { ReactNode } from "react";
import { usePartProps } from "./part-props.js";

/** Quiet ways to somewhere else, side by side below a form where there is room. */
export function Ways({ children }: { readonly children: ReactNode }): ReactNode {
  const partProps = usePartProps();
  return <div {...partProps("ways")}>{children}</div>;
}

import type { ReactNode } from "react";
import { Mark } from "./mark.js";

/** The first letter of a name in a rounded square, for what has no mark here. */
export function Monogram({ name }: { readonly name: string }): ReactNode {
  const [letter = ""] = name.trim();
  return (
    <Mark>
      <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" fillOpacity="0.12" />
      <text x="12" y="17" fill="currentColor" fontSize="14" fontWeight="600" textAnchor="middle">
        {letter.toUpperCase()}
      </text>
    </Mark>
  );
}

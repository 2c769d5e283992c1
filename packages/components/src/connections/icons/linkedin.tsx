import type { ReactNode } from "react";
import { Mark } from "./mark.js";

/** A white "in" in a blue square. */
export function LinkedinIcon(): ReactNode {
  return (
    <Mark>
      <rect x="1" y="1" width="22" height="22" rx="3" fill="#0a66c2" />
      <circle cx="6.4" cy="6.5" r="1.9" fill="#fff" />
      <path
        fill="#fff"
        d="M4.8 9.7H8v9.8H4.8zM10 9.7h3v1.4c.5-.9 1.6-1.7 3.1-1.7 3 0 3.7 2 3.7 4.6v5.5h-3.2v-4.9c0-1.2-.1-2.5-1.6-2.5-1.6 0-1.8 1.2-1.8 2.4v5H10z"
      />
    </Mark>
  );
}

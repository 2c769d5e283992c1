import type { ReactNode } from "react";
import { Mark } from "./mark.js";

/** A white f in a blue circle. */
export function FacebookIcon(): ReactNode {
  return (
    <Mark>
      <circle cx="12" cy="12" r="11.5" fill="#0866ff" />
      <path
        fill="#fff"
        d="M10.2 23.36V15.5H7.5v-3.4h2.7V10c0-3 1.7-4.6 4.4-4.6.9 0 1.7.1 2.4.2v2.9h-1.5c-1.4 0-1.8.8-1.8 1.7v1.9h3.2l-.5 3.4h-2.7v7.86a11.5 11.5 0 0 1-3.6 0Z"
      />
    </Mark>
  );
}

import type { ReactNode } from "react";
import { Mark } from "./mark.js";

/** An X with one outlined stroke. */
export function XIcon(): ReactNode {
  return (
    <Mark>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M2 2h6.5l4.6 6.2L18.5 2h2.6l-6.8 7.8L22.5 22H16l-5-6.7L5.2 22H2.6l7.2-8.3ZM5.3 3.9l11.6 16.2h2.3L7.6 3.9Z"
      />
    </Mark>
  );
}

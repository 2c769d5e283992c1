import type { ReactNode } from "react";
import { Mark } from "./mark.js";

/** An apple with a bite and a leaf. */
export function AppleIcon(): ReactNode {
  return (
    <Mark>
      <path
        fill="currentColor"
        d="M16.1 1c.1 1.2-.4 2.5-1.2 3.4-.8.9-2 1.6-3.2 1.5-.1-1.2.5-2.5 1.2-3.3C13.7 1.7 15 1.05 16.1 1ZM20.4 17.2c-.6 1.3-.9 1.9-1.6 3-1 1.6-2.5 3.5-4.3 3.5-1.6 0-2-1-4.2-1s-2.7 1-4.3 1c-1.8 0-3.2-1.7-4.2-3.3C-1 16-1.3 10.8 1.6 8.1c1.1-1 2.7-1.7 4.2-1.7 1.6 0 3 1.1 4.4 1.1 1.3 0 2.5-1.2 4.6-1.2 1.9 0 3.8 1 5 2.7-4.4 2.4-3.7 8.7.6 8.2Z"
        transform="translate(1.4 -.6)"
      />
    </Mark>
  );
}

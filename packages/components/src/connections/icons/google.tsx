import type { ReactNode } from "react";
import { Mark } from "./mark.js";

/** An open ring in four colours with a bar. */
export function GoogleIcon(): ReactNode {
  return (
    <Mark>
      <path
        fill="#4285f4"
        d="M23 12.25c0-.8-.07-1.55-.2-2.25H12v4.5h6.2a5.3 5.3 0 0 1-2.3 3.45v2.9h3.7c2.2-2 3.4-5 3.4-8.6Z"
      />
      <path
        fill="#34a853"
        d="M12 23.5c3.1 0 5.7-1 7.6-2.8l-3.7-2.85A6.9 6.9 0 0 1 5.6 14.2H1.8v2.95A11.5 11.5 0 0 0 12 23.5Z"
      />
      <path fill="#fbbc05" d="M5.6 14.2a6.9 6.9 0 0 1 0-4.4V6.85H1.8a11.5 11.5 0 0 0 0 10.3Z" />
      <path
        fill="#ea4335"
        d="M12 5.1c1.7 0 3.2.58 4.4 1.72l3.3-3.3A11.5 11.5 0 0 0 1.8 6.85L5.6 9.8A6.9 6.9 0 0 1 12 5.1Z"
      />
    </Mark>
  );
}

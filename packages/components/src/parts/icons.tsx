import type { ReactNode } from "react";

/** An open eye: the password can be shown. */
export function EyeIcon(): ReactNode {
  return (
    <Icon>
      <path d="M1.75 10S4.75 4.5 10 4.5 18.25 10 18.25 10 15.25 15.5 10 15.5 1.75 10 1.75 10Z" />
      <circle cx="10" cy="10" r="2.5" />
    </Icon>
  );
}

/** A struck eye: the password can be hidden. */
export function StruckEyeIcon(): ReactNode {
  return (
    <Icon>
      <path d="M7.9 4.75A7.6 7.6 0 0 1 10 4.5c5.25 0 8.25 5.5 8.25 5.5a14.6 14.6 0 0 1-2 2.6M5.2 6.1A14 14 0 0 0 1.75 10S4.75 15.5 10 15.5a8 8 0 0 0 4.5-1.4M8.2 8.3a2.5 2.5 0 0 0 3.5 3.5M3 3l14 14" />
    </Icon>
  );
}

/** A tick. */
export function TickIcon(): ReactNode {
  return (
    <Icon>
      <path d="m4.5 10.5 3.75 3.75L15.5 6.5" />
    </Icon>
  );
}

/** A small ring, for what is still open. */
export function RingIcon(): ReactNode {
  return (
    <Icon>
      <circle cx="10" cy="10" r="3" />
    </Icon>
  );
}

/** A circled exclamation mark. */
export function WarningIcon(): ReactNode {
  return (
    <Icon>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 6.25v4.5M10 13.5v.25" />
    </Icon>
  );
}

/** An arrow back; it points the other way where text runs from right to left. */
export function BackIcon(): ReactNode {
  return (
    <Icon>
      <path className="portico-turns" d="M11.75 4.5 6.25 10l5.5 5.5" />
    </Icon>
  );
}

function Icon({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <svg className="portico-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

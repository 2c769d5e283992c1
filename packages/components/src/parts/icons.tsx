"use client";

import type { Factor } from "@portico/react";
import type { ReactNode } from "react";
import { usePartProps } from "./part-props.js";

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
    <Icon turns>
      <path d="M11.75 4.5 6.25 10l5.5 5.5" />
    </Icon>
  );
}

/** An arrow down: there is more to unfold. */
export function ChevronIcon(): ReactNode {
  return (
    <Icon>
      <path d="m5.5 8 4.5 4.5L14.5 8" />
    </Icon>
  );
}

/** A key: a password. */
export function KeyIcon(): ReactNode {
  return (
    <Icon>
      <circle cx="6.5" cy="13.5" r="3.25" />
      <path d="m9 11 6.75-6.75M13 7l2.5 2.5" />
    </Icon>
  );
}

/** An envelope: an e-mail address. */
export function MailIcon(): ReactNode {
  return (
    <Icon>
      <rect x="2.5" y="4.5" width="15" height="11" rx="2" />
      <path d="m3 6 7 5 7-5" />
    </Icon>
  );
}

/** A telephone: its number. */
export function PhoneIcon(): ReactNode {
  return (
    <Icon>
      <rect x="5.5" y="2" width="9" height="16" rx="2" />
      <path d="M9 15.25h2" />
    </Icon>
  );
}

/** A cross: closes what stands in front. */
export function CrossIcon(): ReactNode {
  return (
    <Icon>
      <path d="m5 5 10 10M15 5 5 15" />
    </Icon>
  );
}

/** Two sheets: copies what stands beside it. */
export function CopyIcon(): ReactNode {
  return (
    <Icon>
      <path d="M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3" />
    </Icon>
  );
}

/** The mark of a second factor. */
export function FactorIcon({ factor }: { readonly factor: Factor }): ReactNode {
  return (
    <Icon>
      <path d={factorPaths[factor]} />
    </Icon>
  );
}

const factorPaths: Readonly<Record<Factor, string>> = {
  otp: "M6 2.5h8v15H6zM9 15h2M8.5 8l1.25 1.25L12 7",
  sms: "M3 4h14v9.5H9.5L6 16.5v-3H3zM7 8.75h.01M10 8.75h.01M13 8.75h.01",
  voice: "M6.5 3 3.5 4c0 7 5.5 12.5 12.5 12.5l1-3-3.5-2-1.75 1.5a9 9 0 0 1-4.75-4.75L8.5 6.5z",
  email: "M2.75 4.5h14.5v11H2.75zM3 5l7 5.75L17 5",
  push: "M5 13.5V9a5 5 0 0 1 10 0v4.5l1.25 1.25H3.75zM8.5 17h3",
  "recovery-code": "M10.6 9.4 17 3M14 6l2.25 2.25M10.5 12.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z",
};

/** Head and shoulders: somebody of whom no name is known. */
export function PersonIcon(): ReactNode {
  return (
    <Icon>
      <circle cx="10" cy="7" r="3.25" />
      <path d="M3.75 17c.5-3.5 3-5.25 6.25-5.25s5.75 1.75 6.25 5.25" />
    </Icon>
  );
}

function Icon({ turns, children }: { readonly turns?: true; readonly children: ReactNode }) {
  const partProps = usePartProps();
  return (
    <svg
      {...partProps("icon")}
      data-turns={turns}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

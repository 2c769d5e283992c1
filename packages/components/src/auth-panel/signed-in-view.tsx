"use client";

import type { User } from "@portico/react";
import type { ReactNode } from "react";
import { authPanelWords } from "../i18n/en/auth-panel.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard, type AuthCardProps } from "../parts/auth-card.js";
import { TickIcon } from "../parts/icons.js";
import { usePartProps } from "../parts/part-props.js";

/** What `SignedInView` takes besides the attributes of its card. */
export interface SignedInViewProps extends Omit<AuthCardProps, "title" | "heading" | "label"> {
  readonly user: User | undefined;
}

/** Somebody is signed in, and nothing is left to do. */
export function SignedInView({ user, ...card }: SignedInViewProps): ReactNode {
  const partProps = usePartProps();
  const { authPanel } = useMessages(authPanelWords);
  const words = authPanel.signedIn(user?.name ?? user?.email ?? user?.nickname);
  const heading = (
    <span {...partProps("signed-in")}>
      <TickIcon />
      {words}
    </span>
  );
  return <AuthCard {...card} heading={heading} label={words} data-state="done" />;
}

"use client";

import type { ReactNode } from "react";
import { loginWords } from "../i18n/en/login.js";
import { useMessages } from "../i18n/messages-provider.js";
import { AuthCard } from "../parts/auth-card.js";
import type { FormViewProps } from "../parts/form-card.js";
import { SocialWays, type SocialWaysProps } from "../parts/social-ways.js";

/** What `SocialButtonsView` takes. */
export interface SocialButtonsViewProps extends FormViewProps, Pick<SocialWaysProps, "social"> {}

/** How the buttons of providers look, on a card of their own. */
export function SocialButtonsView(props: SocialButtonsViewProps): ReactNode {
  const { social, title, autoFocus: _, ...card } = props;
  const words = useMessages(loginWords).login;
  return (
    <AuthCard {...card} heading={title === undefined ? words.title : title} label={words.title}>
      <SocialWays social={social} />
    </AuthCard>
  );
}

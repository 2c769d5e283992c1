"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import {
  CredentialsCard,
  type CredentialsCardProps,
  type CredentialsViewProps,
} from "../parts/credentials-card.js";

/** What `SignupView` takes. */
export interface SignupViewProps extends CredentialsViewProps {
  readonly checklist: CredentialsCardProps["checklist"];
  readonly onLogin?: ((email: string) => void) | undefined;
}

/** How a sign-up form looks. */
export function SignupView({ onLogin, ...props }: SignupViewProps): ReactNode {
  const { signup, fields } = useMessages();
  return (
    <CredentialsCard
      {...props}
      words={signup}
      emailToken="email"
      passwordToken="new-password"
      passwordLabel={fields.newPassword}
      onOther={onLogin}
    />
  );
}

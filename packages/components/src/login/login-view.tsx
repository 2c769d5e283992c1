"use client";

import type { ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { CredentialsCard, type CredentialsViewProps } from "../parts/credentials-card.js";

/** What `LoginView` takes. */
export interface LoginViewProps extends CredentialsViewProps {
  readonly onSignup?: ((email: string) => void) | undefined;
}

/** How a login form looks. */
export function LoginView({ onSignup, ...props }: LoginViewProps): ReactNode {
  const { login, fields } = useMessages();
  return (
    <CredentialsCard
      {...props}
      words={login}
      emailToken="username"
      passwordToken="current-password"
      passwordLabel={fields.password}
      onOther={onSignup}
    />
  );
}

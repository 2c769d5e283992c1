"use client";

import type { CSSProperties, ReactNode } from "react";
import type { SignInOptions } from "../form/use-credentials-form.js";
import { MessagesProvider } from "../i18n/messages-provider.js";
import type { PartialMessages } from "../i18n/messages.js";
import { LoginView } from "./login-view.js";
import { useLoginForm } from "./use-login-form.js";

/** What `Login` takes; all of it optional. */
export interface LoginProps extends SignInOptions {
  /** Shows "Create an account"; called with the e-mail address typed so far. */
  readonly onSignup?: ((email: string) => void) | undefined;
  /** Replaces the title; null leaves it out. */
  readonly title?: ReactNode;
  /** Replaces words for this form alone. */
  readonly messages?: PartialMessages | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Focuses the first empty field when the form appears; false if not given. */
  readonly autoFocus?: boolean | undefined;
}

/** Sign-in with e-mail address and password. */
export function Login(props: LoginProps): ReactNode {
  const { onSignup, title, messages, className, style, autoFocus, ...options } = props;
  const looks = { title, className, style, autoFocus };
  const form = useLoginForm(options);
  return (
    <MessagesProvider messages={messages}>
      <LoginView {...looks} form={form} onSignup={onSignup} />
    </MessagesProvider>
  );
}

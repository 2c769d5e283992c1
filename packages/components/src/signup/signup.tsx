"use client";

import type { CSSProperties, ReactNode } from "react";
import { PolicyChecklist } from "../form/policy-checklist.js";
import { MessagesProvider } from "../i18n/messages-provider.js";
import type { PartialMessages } from "../i18n/messages.js";
import { SignupAcceptedView } from "./signup-accepted-view.js";
import { SignupView } from "./signup-view.js";
import { useSignupForm, type SignupFormOptions } from "./use-signup-form.js";

/** What `Signup` takes; all of it optional. */
export interface SignupProps extends SignupFormOptions {
  /** Shows "Sign in"; called with the e-mail address typed so far. */
  readonly onLogin?: ((email: string) => void) | undefined;
  /** Replaces the title; null leaves it out. */
  readonly title?: ReactNode;
  /** Replaces words for this form alone. */
  readonly messages?: PartialMessages | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Focuses the first empty field when the form appears; false if not given. */
  readonly autoFocus?: boolean | undefined;
}

/** Creates an account with e-mail address and password, then signs in. */
export function Signup(props: SignupProps): ReactNode {
  const { onLogin, title, messages, className, style, autoFocus, ...options } = props;
  const form = useSignupForm(options);
  const { rules, typedPassword, accepted, hosted } = form;
  const looks = { className, style, onLogin };
  const checklist = (id: string) => (
    <PolicyChecklist id={id} rules={rules} password={typedPassword} />
  );
  return (
    <MessagesProvider messages={messages}>
      {accepted ? (
        <SignupAcceptedView {...looks} accepted={accepted} hosted={hosted} />
      ) : (
        <SignupView
          {...looks}
          form={form}
          title={title}
          autoFocus={autoFocus}
          checklist={rules.length > 0 ? checklist : undefined}
        />
      )}
    </MessagesProvider>
  );
}

"use client";

import type { ReactNode } from "react";
import { Block, blockProps, type BlockProps } from "../form/block.js";
import { ResetPasswordSentView } from "./reset-password-sent-view.js";
import { ResetPasswordView } from "./reset-password-view.js";
import { useResetPasswordForm, type ResetPasswordFormOptions } from "./use-reset-password-form.js";

/** What `ResetPassword` takes; all of it optional. */
export interface ResetPasswordProps extends ResetPasswordFormOptions, BlockProps {
  /** Shows "Back to sign in"; called with the e-mail address. */
  readonly onLogin?: ((email: string) => void) | undefined;
}

/** Has the tenant mail a link to choose a new password. The screen is the same whether there is such an account. */
export function ResetPassword(props: ResetPasswordProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { onLogin, ...formOptions } = options;
  const form = useResetPasswordForm(formOptions);
  const { sent, isBack } = form;
  const { className, style, autoFocus } = looks;
  return (
    <Block {...surroundings}>
      {sent ? (
        <ResetPasswordSentView {...{ className, style, sent, onLogin }} progress={form} />
      ) : (
        <ResetPasswordView
          {...looks}
          autoFocus={autoFocus || isBack}
          form={form}
          onLogin={onLogin}
        />
      )}
    </Block>
  );
}

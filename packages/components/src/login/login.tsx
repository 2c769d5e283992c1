"use client";

import type { ReactNode } from "react";
import { Block, blockProps, type BlockProps } from "../form/block.js";
import { LoginView } from "./login-view.js";
import { useLoginForm, type LoginFormOptions } from "./use-login-form.js";

/** What `Login` takes; all of it optional. */
export interface LoginProps extends LoginFormOptions, BlockProps {
  /** Shows "Create an account"; called with the e-mail address typed so far. */
  readonly onSignup?: ((email: string) => void) | undefined;
}

/** Sign-in with e-mail address and password. */
export function Login(props: LoginProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { onSignup, ...formOptions } = options;
  const form = useLoginForm(formOptions);
  return (
    <Block {...surroundings}>
      <LoginView {...looks} form={form} onSignup={onSignup} />
    </Block>
  );
}

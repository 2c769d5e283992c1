"use client";

import type { ReactNode } from "react";
import { Block, blockProps, type BlockProps } from "../form/block.js";
import { PolicyChecklist } from "../form/policy-checklist.js";
import { SignupAcceptedView } from "./signup-accepted-view.js";
import { SignupView } from "./signup-view.js";
import { useSignupForm, type SignupFormOptions } from "./use-signup-form.js";

/** What `Signup` takes; all of it optional. */
export interface SignupProps extends SignupFormOptions, BlockProps {
  /** Shows "Sign in"; called with the e-mail address typed so far. */
  readonly onLogin?: ((email: string) => void) | undefined;
}

/** Creates an account with e-mail address and password, then signs in. */
export function Signup(props: SignupProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { onLogin, ...formOptions } = options;
  const form = useSignupForm(formOptions);
  const { rules, typedPassword, accepted, hosted } = form;
  const { className, style } = looks;
  const checklist = (id: string) => (
    <PolicyChecklist id={id} rules={rules} password={typedPassword} />
  );
  return (
    <Block {...surroundings}>
      {accepted ? (
        <SignupAcceptedView {...{ className, style, onLogin, accepted, hosted }} />
      ) : (
        <SignupView
          {...looks}
          form={form}
          onLogin={onLogin}
          checklist={rules.length > 0 ? checklist : undefined}
        />
      )}
    </Block>
  );
}

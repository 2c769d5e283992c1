"use client";

import { useRef, type ReactNode } from "react";
import { Block, blockProps, type BlockProps } from "../form/block.js";
import { OtherWays } from "../form/other-ways.js";
import type { SocialSectionHandle } from "../form/social-section.js";
import type { PhoneFieldProps } from "../parts/phone-field.js";
import { LoginView } from "./login-view.js";
import type { LoginFormOptions } from "./use-login-form.js";
import { usePasswordLogin } from "./use-password-login.js";

/** What `Login` takes; all of it optional. */
export interface LoginProps
  extends LoginFormOptions, BlockProps, Pick<PhoneFieldProps, "countries" | "defaultCountry"> {
  /** Shows "Create an account"; called with the name typed so far, such as the e-mail address. */
  readonly onSignup?: ((identifier: string) => void) | undefined;
  /** Shows "Forgot password?"; called with the name typed so far. Offered too where a password has leaked. */
  readonly onForgotPassword?: ((identifier: string) => void) | undefined;
  /** Shows "Sign in with a code instead"; called with the name typed so far. */
  readonly onPasswordless?: ((identifier: string) => void) | undefined;
}

/** Sign-in with a password, by the connections that are given, or on the page of an organization. */
export function Login(props: LoginProps): ReactNode {
  const { looks, surroundings, options } = blockProps(props);
  const { onSignup, onForgotPassword, onPasswordless, ...others } = options;
  const { countries, defaultCountry, ...formOptions } = others;
  const otherWays = useRef<SocialSectionHandle>(null);
  const form = usePasswordLogin(formOptions, () => otherWays.current?.giveUp());
  const isHeld = form.submit === "pending";
  return (
    <Block {...surroundings}>
      <LoginView
        {...looks}
        {...{ form, onSignup, onForgotPassword, onPasswordless }}
        phoneLooks={{ countries, defaultCountry }}
        ways={<OtherWays options={formOptions} isHeld={isHeld} handle={otherWays} />}
      />
    </Block>
  );
}

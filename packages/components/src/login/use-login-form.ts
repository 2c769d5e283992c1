"use client";

import { useSocialLogin, type SocialLogin, type SocialOptions } from "../form/use-social-login.js";
import {
  usePasswordLogin,
  type PasswordLogin,
  type PasswordLoginOptions,
} from "./use-password-login.js";

/** What `useLoginForm` takes. */
export interface LoginFormOptions extends PasswordLoginOptions, SocialOptions {
  /**
   * Marks how somebody last signed in at this browser, and fills in the name; false if not given. Needs
   * `rememberLastSignIn`.
   */
  readonly lastUsed?: boolean | undefined;
}

/** Everything that a login form shows and does, for a view of your own. */
export interface LoginForm extends PasswordLogin {
  /** The other ways in. */
  readonly social: SocialLogin;
}

/** A login form without its looks: react-hook-form holds the values, `useLogin` sends them. */
export function useLoginForm(options: LoginFormOptions = {}): LoginForm {
  const social = useSocialLogin(options);
  const form = usePasswordLogin(options, social.giveUp);
  return { ...form, social };
}

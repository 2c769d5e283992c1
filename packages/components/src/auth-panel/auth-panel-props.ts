import type { AuthError, SignupOutcome } from "@portico/react";
import type { ReactNode } from "react";
import type { BlockProps } from "../form/block.js";
import type { ShownValues } from "../form/sign-in-events.js";
import type { SignInOptions } from "../form/use-sign-in-form.js";
import type { SocialOptions } from "../form/use-social-login.js";
import type { LoginProps } from "../login/login.js";
import type { MfaProps } from "../mfa/mfa.js";
import type { PasswordlessProps } from "../passwordless/passwordless.js";
import type { ResetPasswordProps } from "../reset-password/reset-password.js";
import type { SignupProps } from "../signup/signup.js";
import type { AuthPanelView } from "./panel-trail.js";
import type { AuthPanelOptions } from "./use-auth-panel.js";

/** What every view of a panel gets, unless it is given another. */
export interface SharedOptions
  extends SocialOptions, Omit<SignInOptions, "onChallenge" | "onSubmit" | "onSuccess" | "onError"> {
  /** What somebody signs in with; `email` if not given. */
  readonly identifier?: LoginProps["identifier"];
  /** Called when somebody has signed in, in another tab too; the session is there by then. */
  readonly onAuthenticated?: SignInOptions["onAuthenticated"];
  /** Called when a form has passed its checks and is about to be sent, with what is no secret of it. */
  readonly onSubmit?: ((values: ShownValues, view: AuthPanelView) => void) | undefined;
  /** Called with the outcome of every call that ended well, whatever it was, after the callback for that kind alone. */
  readonly onSuccess?: ((outcome: SignupOutcome, view: AuthPanelView) => void) | undefined;
  /** Called with every failure of a call, wherever it is shown, unless the call was given up. */
  readonly onError?: ((error: AuthError, view: AuthPanelView) => void) | undefined;
}

/** What single views get besides; what both name, the view's own wins, and of two callbacks both are called. */
export interface ViewOptions {
  readonly login?: LoginProps | undefined;
  readonly signup?: SignupProps | undefined;
  readonly passwordless?: PasswordlessProps | undefined;
  readonly resetPassword?: ResetPasswordProps | undefined;
  readonly mfa?: Partial<MfaProps> | undefined;
}

/** What `AuthPanel` takes; all of it optional. */
export interface AuthPanelProps
  extends AuthPanelOptions, SharedOptions, ViewOptions, Omit<BlockProps, "onBack"> {
  /** Stands above everything else. */
  readonly logo?: ReactNode;
  /** Shows the panel in front of the page, in the browser's own dialog, while `open`. It begins anew each time. */
  readonly dialog?: boolean | undefined;
  readonly open?: boolean | undefined;
  /**
   * Called when the reader wants the dialog closed: by the cross, by Esc, or by a click beside it while nothing is typed.
   * A call under way is aborted once it is.
   */
  readonly onClose?: (() => void) | undefined;
  /** Called once, when the panel is there and can be used. */
  readonly onReady?: (() => void) | undefined;
}

import type * as components from "../../packages/components/src/index.js";
import { authPanelExhibit } from "./components/auth-panel.js";
import { linkAccountsExhibit } from "./components/link-accounts.js";
import { loginExhibit } from "./components/login.js";
import { mfaExhibit } from "./components/mfa.js";
import { passwordlessExhibit } from "./components/passwordless.js";
import { resetPasswordExhibit } from "./components/reset-password.js";
import { signupExhibit } from "./components/signup.js";
import { socialButtonsExhibit } from "./components/social-buttons.js";
import { userMenuExhibit } from "./components/user-menu.js";
import type { Exhibit } from "./scene.js";

type Exported = Extract<keyof typeof components, Capitalize<string>>;

/** The name of a finished component: whatever the package exports that shows something of its own. */
export type ComponentName = Exclude<Exported, `${string}Provider` | "CaptchaBox">;

/** Every component in every state, in the order of the sidebar. A component without a row does not compile. */
export const catalogue = {
  AuthPanel: authPanelExhibit,
  Login: loginExhibit,
  Signup: signupExhibit,
  Passwordless: passwordlessExhibit,
  ResetPassword: resetPasswordExhibit,
  Mfa: mfaExhibit,
  SocialButtons: socialButtonsExhibit,
  LinkAccounts: linkAccountsExhibit,
  UserMenu: userMenuExhibit,
} as const satisfies Readonly<Record<ComponentName, Exhibit>>;

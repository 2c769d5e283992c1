import { authPanelWords } from "../en/auth-panel.js";
import { linkAccountsWords } from "../en/link-accounts.js";
import { loginWords } from "../en/login.js";
import { mfaWords } from "../en/mfa.js";
import { passwordlessWords } from "../en/passwordless.js";
import { resetPasswordWords } from "../en/reset-password.js";
import { rulesWords } from "../en/rules.js";
import { sharedWords } from "../en/shared.js";
import { signupWords } from "../en/signup.js";
import { socialWords } from "../en/social.js";
import { userMenuWords } from "../en/user-menu.js";
import type { Messages } from "../messages.js";

/** English. */
export const en = {
  ...sharedWords,
  ...loginWords,
  ...signupWords,
  ...socialWords,
  ...passwordlessWords,
  ...resetPasswordWords,
  ...mfaWords,
  ...linkAccountsWords,
  ...userMenuWords,
  ...authPanelWords,
  ...rulesWords,
} as const satisfies Messages;

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

type English = typeof sharedWords &
  typeof loginWords &
  typeof signupWords &
  typeof socialWords &
  typeof passwordlessWords &
  typeof resetPasswordWords &
  typeof mfaWords &
  typeof linkAccountsWords &
  typeof userMenuWords &
  typeof authPanelWords &
  typeof rulesWords;

/** English. */
export const en: English = {
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
} satisfies Messages;

/** The words of sign-up, and of the pages that mails lead to; the other languages have the same. */
export const englishAccount = {
  signUpFor: (client: string) => `Sign up for ${client}`,
  createAccount: "Create your account",
  username: "Username",
  haveAccount: "Already have an account?",
  signupClosed: "New accounts are closed here.",
  invalidEmail: "That doesn’t look like an e-mail address.",
  usernameMissing: "Please choose a username.",
  usernameRules: {
    length: "A username has 15 characters at most.",
    characters: "A username has letters, digits and _ + - . ! # $ ^ ` ~ @ ' only.",
    address: "A username must not be an e-mail address.",
  },
  notCreated: "We couldn’t create this account. Try to sign in instead.",

  forgotTitle: "Forgot your password?",
  forgotLead: "We’ll send you a link to choose a new one.",
  sendLink: "Send link",
  backToSignIn: "Back to sign in",
  loginMissing: "Please tell us your e-mail address.",
  tooManyRequests: "Too many tries. Please wait a minute.",
  mailSent: {
    title: "Check your mail",
    text: (login: string) =>
      `If ${login} has an account here, a link to choose a new password is on its way.`,
  },

  newPasswordTitle: "Choose a new password",
  forAccount: (email: string) => `for ${email}`,
  newPassword: "New password",
  repeatPassword: "Repeat the new password",
  changePassword: "Change password",
  notTheSame: "The two passwords are not the same.",
  passwordChanged: {
    title: "Your password is changed",
    text: "You are signed out everywhere. From now on, sign in with the new password.",
  },
  backTo: (client: string) => `Back to ${client}`,

  leaked: "This password is known from a data breach elsewhere. Please choose another.",
  refusals: {
    PasswordStrengthError: "That password is too weak. See what it needs below.",
    PasswordDictionaryError:
      "That password is one of the first that anyone would guess. Please choose another.",
    PasswordNoUserInfoError:
      "That password contains your name or e-mail address. Please choose another.",
    PasswordHistoryError: "You have used that password before. Please choose a new one.",
  },
  rules: {
    any: "Any password will do",
    length: (count: number) => `At least ${count} characters`,
    all: (kinds: string) => `All of these: ${kinds}`,
    some: (count: number, kinds: string) => `At least ${count} of these: ${kinds}`,
    inARow: (count: number) => `No character more than ${count} times in a row`,
    common: "None of the most common passwords",
    personal: "Nothing of your name or e-mail address",
    former: (count: number) =>
      count === 1 ? "Not the password before it" : `None of your last ${count} passwords`,
  },
  kinds: {
    lowerCase: "lower case letters",
    upperCase: "capital letters",
    numbers: "digits",
    specialCharacters: "symbols",
  },

  linkExpired: {
    title: "This link is too old",
    text: "Links in mails work for a limited time.",
  },
  linkUsed: {
    title: "This link no longer works",
    text: "It was used already, or a newer one was sent.",
  },
  askForNewLink: "Ask for a new one where you sign in.",
  allIsWellIfVerified: "If your address is verified by now, all is well.",
  changeInstead: "If you cannot sign in, change your password.",

  emailVerified: {
    title: "Your e-mail address is verified",
    text: "Thank you. You can close this page and go back to the application.",
  },
  emailChanged: {
    title: "This link is for another address",
    text: "The account has a new e-mail address since this mail was sent.",
  },
  emailUnverified: {
    title: "This address stays unverified",
    text: "On this tenant, addresses that begin with “unverified+” cannot be verified.",
  },
  unblocked: {
    title: "Your account is unblocked",
    text: "You can sign in again. If the failed tries were not yours, change your password.",
  },
};

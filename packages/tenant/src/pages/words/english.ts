/** The words of the pages that a reader signs in on; the other languages have the same. */
export const english = {
  language: "en",
  signIn: "Sign in",
  signInTo: (client: string) => `Sign in to ${client}`,
  continueTo: (client: string) => `to continue to ${client}`,
  email: "E-mail",
  emailOrUsername: "E-mail or username",
  password: "Password",
  forgotPassword: "Forgot password?",
  noAccount: "No account yet?",
  signUp: "Sign up",
  or: "or",
  continueWith: (provider: string) => `Continue with ${provider}`,
  moreWays: "More ways to sign in",
  invitation: (inviter: string, organization: string) =>
    inviter === organization
      ? `You are invited to ${organization}`
      : `${inviter} invites you to ${organization}`,

  formTooOld: "This form was too old. Please try again.",
  passwordMissing: "Please enter your password.",
  wrongCredentials: "That e-mail and password don’t match.",
  blockedUser: "This account is blocked. Ask the people who run the application.",
  passwordLeaked: "This password is known from a data breach elsewhere. Please choose a new one.",
  tooManyAttempts:
    "Too many tries in a row. This account is blocked; we’ve sent you a link to unblock it.",
  suspiciousAddress: "Too many failed tries from your network. Please try again later.",

  chooseOrganization: "Choose an organization",
  otherOrganization: "Please choose one of these organizations.",

  allowAccess: (client: string) => `Allow ${client} access?`,
  accessTo: (account: string) => `to the account ${account}`,
  mayUse: "It asks for:",
  scopes: {
    openid: "who you are",
    profile: "your name and picture",
    email: "your e-mail address",
    phone: "your phone number",
    address: "your postal address",
    offline_access: "access while you are away",
  },
  allow: "Allow",
  decline: "Decline",
};

import type { Messages } from "../messages.js";

/** English, section `resetPassword`. */
export const resetPasswordWords = {
  resetPassword: {
    title: "Reset your password",
    text: "Tell us your e-mail address, and we'll send a link to choose a new password.",
    submit: "Send link",
    pending: "Sending",
    done: "Sent",
    sentTitle: "Check your inbox",
    sent: (email) =>
      `If there's an account for ${email}, a link to choose a new password is on its way.`,
    backToLogin: "Back to sign in",
  },
} as const satisfies Pick<Messages, "resetPassword">;

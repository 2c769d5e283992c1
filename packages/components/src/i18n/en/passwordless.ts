import type { Messages } from "../messages.js";
import { number } from "../plural.js";

/** English, section `passwordless`. */
export const passwordlessWords = {
  passwordless: {
    email: {
      title: "Sign in with a code",
      text: "We'll send it to your e-mail address.",
      submit: "Send code",
      titleLink: "Sign in with a link",
      submitLink: "Send link",
      pending: "Sending",
      done: "Sent",
    },
    phone: {
      title: "Sign in with a code",
      text: "We'll send it to your phone as a text message.",
      submit: "Send code",
      pending: "Sending",
      done: "Sent",
    },
    code: {
      title: "Enter the code",
      text: (destination) => `We've sent it to ${destination}.`,
      submit: "Sign in",
      pending: "Signing in",
      done: "Signed in",
    },
    link: {
      title: "Check your inbox",
      text: (destination) => `Open the link that we've sent to ${destination}.`,
    },
    byPhone: "Send it to my phone instead",
    byEmail: "Send it to my e-mail address instead",
    byPassword: "Sign in with a password instead",
    resend: "Send it again",
    resending: "Sending",
    resendIn: (seconds) => `Send it again in ${number("en", seconds)} s`,
    resent: "We've sent another one.",
    otherEmail: "Use another address",
    otherPhone: "Use another number",
  },
} as const satisfies Pick<Messages, "passwordless">;

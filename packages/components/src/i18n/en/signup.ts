import type { Messages } from "../messages.js";

/** English, section `signup`. */
export const signupWords = {
  signup: {
    title: "Create your account",
    submit: "Create account",
    pending: "Creating account",
    done: "Signed in",
    otherQuestion: "Already have an account?",
    other: "Sign in",
    acceptedTitle: "Your account is created",
    accepted: (email) => `You can now sign in as ${email}.`,
    acceptedUnconfirmed: (email) =>
      `Confirm your address first: look for our message to ${email}. Then sign in.`,
    acceptedSubmit: "Sign in now",
    neutralTitle: "Look for our message",
    neutral: (email) =>
      `If ${email} is new here, a message to confirm it is on its way. If you already have an account, just sign in.`,
  },
} as const satisfies Pick<Messages, "signup">;

import type { Messages } from "../messages.js";

/** English, section `login`. */
export const loginWords = {
  login: {
    title: "Sign in to your account",
    submit: "Sign in",
    pending: "Signing in",
    done: "Signed in",
    otherQuestion: "New here?",
    other: "Create an account",
    forgot: "Forgot password?",
    reset: "Reset password",
    byCode: "Sign in with a code instead",
    enterprise: "You sign in on your organization's page.",
    enterpriseSubmit: "Continue",
  },
} as const satisfies Pick<Messages, "login">;

import type { Messages } from "../messages.js";

/** English, section `authPanel`. */
export const authPanelWords = {
  authPanel: {
    tabs: "Sign in or create an account",
    login: "Sign in",
    signup: "Create account",
    close: "Close",
    signedIn: (name) => (name ? `You're signed in as ${name}` : "You're signed in"),
    ranOut: "That took too long. Sign in again.",
  },
} as const satisfies Pick<Messages, "authPanel">;

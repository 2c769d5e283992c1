import type { Messages } from "../messages.js";

/** English, section `userMenu`. */
export const userMenuWords = {
  userMenu: {
    open: (name) => (name ? `Account of ${name}` : "Your account"),
    signOut: "Sign out",
    signingOut: "Signing out",
  },
} as const satisfies Pick<Messages, "userMenu">;

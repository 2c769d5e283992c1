import type { Messages } from "../messages.js";

/** English, section `social`. */
export const socialWords = {
  social: {
    continueWith: (provider) => `Continue with ${provider}`,
    more: "More ways to sign in",
    lastUsed: "Last used",
    or: "or",
    elsewhere: "Finish in the window that has opened.",
    cancel: "Cancel",
  },
} as const satisfies Pick<Messages, "social">;

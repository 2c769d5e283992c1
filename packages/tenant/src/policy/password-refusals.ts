import type { PasswordOutcome } from "./authenticate-password.js";

type Refused = Exclude<PasswordOutcome["status"], "authenticated" | "wrong-credentials">;

/** What the protocol endpoints answer for a refused password; a wrong one differs by endpoint. */
export function describeRefusal(status: Refused): {
  status: 401 | 403 | 429;
  error: string;
  description: string;
} {
  switch (status) {
    case "password-leaked":
      return {
        status: 401,
        error: "password_leaked",
        description:
          "This login attempt has been blocked because the password you're using was previously " +
          "disclosed through a data breach (not in this application).",
      };
    case "too-many-attempts":
      return { status: 429, error: "too_many_attempts", description: tooManyAttempts };
    case "suspicious-ip":
      return { status: 429, error: "too_many_attempts", description: suspiciousBehavior };
    case "blocked-user":
      return { status: 403, error: "blocked_user", description: "Blocked user" };
    default:
      return status satisfies never;
  }
}

export const tooManyAttempts =
  "Your account has been blocked after multiple consecutive login attempts. " +
  "We’ve sent you an email with instructions on how to unblock it.";

const suspiciousBehavior =
  "We have detected suspicious login behavior and further attempts will be blocked. " +
  "Please contact the administrator.";

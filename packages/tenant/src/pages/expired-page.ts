import type { ErrorPage } from "./error-page.js";

/** For a hosted page whose transaction is over, or was started in another browser. */
export const expiredPage: ErrorPage = {
  error: "invalid_request",
  description: "This sign-in has expired or was already used.",
  fix: "Go back to the application and start again.",
};

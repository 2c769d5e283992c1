import type {} from "./window.js";

/**
 * Notes when the form was sent and when the page said that somebody has signed in, in milliseconds of the wall clock:
 * a login by redirect ends in another document than it began in.
 */
export function watchSignIn(): void {
  if (window !== window.top) return;
  const now = () => String(performance.timeOrigin + performance.now());
  const sent = (event: Event) => {
    const isButton = event.target instanceof Element && event.target.closest("button");
    if (isButton) sessionStorage.setItem("bench:sent", now());
  };
  addEventListener("click", sent, { capture: true });
  window.signedIn = (email) => {
    sessionStorage.setItem("bench:signed-in", now());
    document.documentElement.dataset["signedIn"] = String(email);
  };
}

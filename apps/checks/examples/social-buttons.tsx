import { useLastSignIn, useLoginWithConnection } from "@portico/react";

const providers = [
  { connection: "google-oauth2", name: "Google" },
  { connection: "github", name: "GitHub" },
];

export function SocialButtons() {
  const { state, loginWithConnection, loginWithPopup } = useLoginWithConnection();
  const { lastSignIn } = useLastSignIn();
  const pending = state.status === "pending";
  return (
    <section aria-label="Sign in with">
      <ul>
        {providers.map(({ connection, name }) => (
          <li key={connection}>
            <button disabled={pending} onClick={() => void loginWithPopup({ connection })}>
              {name}
              {lastSignIn?.connection === connection && <small> last used</small>}
            </button>
            <button disabled={pending} onClick={() => void loginWithConnection({ connection })}>
              {name} without a window
            </button>
          </li>
        ))}
      </ul>
      {state.status === "failed" && <p role="alert">{wordsFor(state.error.code)}</p>}
    </section>
  );
}

function wordsFor(code: string): string {
  if (code === "popup_blocked") return "Your browser blocked the window. Go without one.";
  if (code === "popup_closed") return "You closed the window before you were signed in.";
  return code === "access_denied" ? "You were not let in." : "That did not work. Try again.";
}

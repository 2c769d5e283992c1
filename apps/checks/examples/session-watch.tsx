import { useCheckSession, useLogout, useSession } from "@portico/react";

/** Follows sign-outs in other apps: every 15 minutes, and whenever the reader asks. */
export function SessionWatch() {
  const { state, check } = useCheckSession({ pollInterval: 900 });
  const { logout } = useLogout();
  const session = useSession();

  if (session.status === "starting") return <output>One moment…</output>;
  if (session.status === "anonymous") {
    const ended = session.reason === "signed_out_elsewhere" || session.reason === "expired";
    return <output>{ended ? "Your session has ended." : "You are not signed in."}</output>;
  }
  const { user, authenticatedAt } = session.session;
  return (
    <section aria-label="Your session">
      <h2>{user.name}</h2>
      {authenticatedAt && <p>Signed in at {new Date(authenticatedAt).toLocaleTimeString()}</p>}
      <button disabled={state.status === "pending"} onClick={() => void check()}>
        Check now
      </button>
      <button onClick={() => void logout({ returnTo: window.location.origin })}>Sign out</button>
      {state.status === "failed" && state.error.retryable && (
        <p role="alert">The tenant could not be asked. You are still signed in here.</p>
      )}
    </section>
  );
}

import { AuthCallback, SessionGate, useAuth0, useLoginWithConnection } from "@portico/react";

/** One page for everybody, which redirects come back to as well. */
export function Gate() {
  return (
    <AuthCallback
      fallback={<p>One moment…</p>}
      failed={(error, retry) => <button onClick={retry}>Again after {error.code}</button>}
      login={{ connection: "github" }}
    >
      <SessionGate fallback={<p>Looking…</p>} anonymous={<Outside />}>
        {({ user }) => <Inside name={user.name ?? user.sub} />}
      </SessionGate>
    </AuthCallback>
  );
}

function Outside() {
  const { loginWithConnection } = useLoginWithConnection();
  const appState = { returnTo: "/inside?tab=1#top" };
  return (
    <button onClick={() => void loginWithConnection({ connection: "github", appState })}>
      Go in
    </button>
  );
}

function Inside({ name }: { name: string }) {
  const { logout } = useAuth0();
  return (
    <section aria-label="Inside">
      {name} <button onClick={() => void logout({ local: true })}>Go out</button>
    </section>
  );
}

import { Auth0Provider, SessionGate, usePasswordless } from "@portico/react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
  >
    <SessionGate fallback={<p>One moment…</p>} anonymous={<SignIn />}>
      {({ user }) => <p>Hello {user.email}</p>}
    </SessionGate>
  </Auth0Provider>
);

function SignIn() {
  const flow = usePasswordless();
  if (flow.step === "done") return null;
  const failed = flow.state.status === "failed" && flow.state.error.code;
  return (
    <form
      method="post"
      key={flow.step}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get("typed"));
        if (flow.step === "start") void flow.start({ email: typed });
        else void flow.verify({ otp: typed });
      }}
    >
      {flow.step === "start" ? (
        <label>
          E-mail <input name="typed" type="email" autoComplete="email" required />
        </label>
      ) : (
        <label>
          Code <input name="typed" inputMode="numeric" autoComplete="one-time-code" required />
        </label>
      )}
      <button disabled={flow.state.status === "pending"}>Continue</button>
      {failed && <p role="alert">{failed}</p>}
    </form>
  );
}

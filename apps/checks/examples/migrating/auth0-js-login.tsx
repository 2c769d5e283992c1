import { Auth0Provider, SessionGate, useLogin } from "@portico/react";

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
  const { state, login } = useLogin();
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void login({ email: String(form.get("email")), password: String(form.get("password")) });
      }}
    >
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button disabled={state.status === "pending"}>Sign in</button>
      {state.status === "failed" && <p role="alert">{state.error.code}</p>}
    </form>
  );
}

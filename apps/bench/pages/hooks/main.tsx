import { Auth0Provider, useLogin } from "@portico/react";
import type { SubmitEvent } from "react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

function SignIn() {
  const { state, login } = useLogin();
  const signIn = async (form: FormData) => {
    const email = form.get("email") as string;
    const result = await login({ email, password: form.get("password") as string });
    if (result.status === "succeeded" && result.outcome.kind === "authenticated")
      window.signedIn?.(result.outcome.session.user.email);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signIn(new FormData(event.currentTarget));
  };
  return (
    <form method="post" onSubmit={submit}>
      <h1>Log in</h1>
      {state.status === "failed" && <p role="alert">{state.error.code}</p>}
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" disabled={state.status === "pending"}>
        Log in
      </button>
    </form>
  );
}

createRoot(place()).render(
  <Auth0Provider domain={domain} clientId={clientId}>
    <SignIn />
  </Auth0Provider>,
);

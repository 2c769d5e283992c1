import { useLogin, useLoginWithConnection, type MfaChallenge } from "@portico/react";
import type { ReactNode } from "react";

type SecondFactor = (challenge: MfaChallenge) => ReactNode;

export function PasswordLogin({ secondFactor }: { secondFactor?: SecondFactor }) {
  const { state, login } = useLogin();
  const { loginWithConnection } = useLoginWithConnection();
  if (state.status === "succeeded" && state.outcome.kind === "challenge") {
    return secondFactor?.(state.outcome.challenge);
  }
  const code = state.status === "failed" ? state.error.code : undefined;
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
      {code && <p role="alert">{words[code] ?? "That did not work. Please try again."}</p>}
      <button type="button" onClick={() => void loginWithConnection()}>
        Use the sign-in page instead
      </button>
    </form>
  );
}

const words: Readonly<Record<string, string>> = {
  invalid_credentials: "Wrong e-mail address or password.",
  too_many_attempts: "Too many attempts. Please wait, or reset your password.",
};

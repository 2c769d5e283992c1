import { useResetPassword } from "@portico/react";

export function ResetPassword() {
  const { state, resetPassword, reset } = useResetPassword();
  if (state.status === "succeeded") {
    return (
      <section aria-label="Check your mail">
        <output>
          If {state.outcome.destination} has an account here, a link to set a new password is on its
          way.
        </output>
        <button onClick={reset}>Use another address</button>
      </section>
    );
  }
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const email = String(new FormData(event.currentTarget).get("email"));
        void resetPassword({ email });
      }}
    >
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <button disabled={state.status === "pending"}>Send me a link</button>
      {state.status === "failed" && (
        <p role="alert">
          {state.error.retryable ? "No mail was sent. Please try again." : "This is no address."}
        </p>
      )}
    </form>
  );
}

import { usePasswordless } from "@portico/react";

export function PasswordlessLink() {
  const flow = usePasswordless();
  if (flow.step === "done") return <output>Welcome.</output>;
  if (flow.step === "verify") {
    return (
      <section aria-label="Check your mail">
        <output>
          We sent a link to {flow.challenge.destination}. Open it in this browser to sign in.
        </output>
        <button onClick={flow.restart}>Use another address</button>
      </section>
    );
  }
  const { state, start } = flow;
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const email = String(new FormData(event.currentTarget).get("email"));
        const { pathname } = window.location;
        void start({ email, send: "link", appState: { returnTo: pathname } });
      }}
    >
      <label>
        E-mail <input name="email" type="email" autoComplete="email" required />
      </label>
      <button disabled={state.status === "pending"}>Send me a link</button>
      {state.status === "failed" && (
        <p role="alert">
          {state.error.code === "invalid_email" ? "This is no address." : "No link was sent."}
        </p>
      )}
    </form>
  );
}

import { useSignup } from "@portico/react";

export function SignUp() {
  const { state, signup } = useSignup();
  const error = state.status === "failed" ? state.error : undefined;
  const rules = error?.code === "invalid_password" ? error.details.rules : [];
  const broken = rules.flatMap((rule) => [rule, ...rule.items]).filter((rule) => !rule.verified);
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void signup({ email: String(form.get("email")), password: String(form.get("password")) });
      }}
    >
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        New password <input name="password" type="password" autoComplete="new-password" required />
      </label>
      <button disabled={state.status === "pending"}>Create account</button>
      {error && (
        <div role="alert">
          {broken.length > 0 ? "The password does not have:" : "No account was created."}
          <ul>
            {broken.map(({ code, format: [number] }) => (
              <li key={code}>{`${inWords(code)} ${number ?? ""}`}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}

function inWords(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

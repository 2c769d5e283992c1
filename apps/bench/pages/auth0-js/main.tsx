import auth0 from "auth0-js";
import { useState, type ComponentProps, type SubmitEvent } from "react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

/** What most embedded logins at Auth0 are today: a form in React's state, and auth0-js as its documentation calls it. */
const webAuth = new auth0.WebAuth({
  domain,
  clientID: clientId,
  redirectUri: `${location.origin}/callback`,
  responseType: "token id_token",
  scope: "openid profile email",
});
const realm = "Username-Password-Authentication";
const titles = { login: "Log in", signup: "Sign up", reset: "Reset password" };
type View = keyof typeof titles;

interface Failure {
  readonly description?: string;
  readonly error_description?: string;
}

function Field({
  label,
  error,
  ...input
}: ComponentProps<"input"> & { label: string; error?: string | undefined }) {
  return (
    <label>
      {label} <input aria-invalid={error ? true : undefined} {...input} />
      {error && <span role="alert">{error}</span>}
    </label>
  );
}

function SignIn() {
  const [view, setView] = useState<View>("login");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState<{ email?: string; password?: string }>({});
  const [notice, setNotice] = useState("");
  const [busy, setBusy] = useState(false);

  const done = (error: Failure | null) => {
    setBusy(false);
    const words = error?.description ?? error?.error_description ?? "That did not work.";
    if (error) setNotice(words);
    else if (view === "reset") setNotice("Look into your inbox.");
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = {
      ...(!/^\S+@\S+$/.test(email) && { email: "Enter an e-mail address." }),
      ...(view !== "reset" && !password && { password: "Enter your password." }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const login = () => webAuth.login({ realm, email, password }, done);
    if (view === "login") login();
    else if (view === "reset") webAuth.changePassword({ connection: realm, email }, done);
    else
      webAuth.signup({ connection: realm, email, password }, (error: Failure | null) =>
        error ? done(error) : login(),
      );
  };

  return (
    <form noValidate onSubmit={submit}>
      <h1>{titles[view]}</h1>
      {notice && <p role="alert">{notice}</p>}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={wrong.email}
      />
      {view !== "reset" && (
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete={view === "login" ? "current-password" : "new-password"}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={wrong.password}
        />
      )}
      <button type="submit" disabled={busy}>
        {titles[view]}
      </button>
      {(Object.keys(titles) as View[])
        .filter((other) => other !== view)
        .map((other) => (
          <button key={other} type="button" onClick={() => setView(other)}>
            {titles[other]}
          </button>
        ))}
    </form>
  );
}

interface Parsed {
  readonly idTokenPayload?: { readonly email?: string };
}

if (location.pathname === "/callback")
  webAuth.parseHash({}, (_error: unknown, result: Parsed | null) =>
    window.signedIn?.(result?.idTokenPayload?.email),
  );
else createRoot(place()).render(<SignIn />);

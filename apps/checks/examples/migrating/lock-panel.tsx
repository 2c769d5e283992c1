import { AuthPanel } from "@portico/components";
import { de } from "@portico/components/locales/de";
import "@portico/components/styles.css";
import { Auth0Provider, SessionGate } from "@portico/react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
    rememberLastSignIn
  >
    <SessionGate fallback={<p>Einen Moment…</p>} anonymous={<SignIn />}>
      {({ user }) => <p>Hallo {user.email}</p>}
    </SessionGate>
  </Auth0Provider>
);

function SignIn() {
  return (
    <AuthPanel
      views={["login", "reset"]}
      title="Werkstatt"
      logo={<img src="/logo.svg" alt="" width="48" height="48" />}
      messages={de}
      connections={["google-oauth2"]}
      lastUsed
      login={{ defaultValues: { email: "ada@example.com" } }}
      audience="https://api.example.com"
      onAuthenticated={({ user }) => console.info("signed in", user.sub)}
      onError={({ code }) => console.info("refused", code)}
    />
  );
}

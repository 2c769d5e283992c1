import { AuthPanel, type SignupField } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider, SessionGate } from "@portico/react";

const fields: readonly SignupField[] = [
  { name: "given_name", storage: "root", kind: "text", label: "First name", required: true },
  {
    name: "team",
    kind: "select",
    label: "Team",
    options: [
      { value: "red", label: "Red" },
      { value: "blue", label: "Blue" },
    ],
  },
  { name: "newsletter", kind: "checkbox", label: "Send me the monthly letter" },
  { name: "campaign", kind: "hidden", defaultValue: "spring" },
];

const terms = (
  <>
    I agree to the <a href="/terms">terms</a>.
  </>
);

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
  >
    <SessionGate
      anonymous={
        <AuthPanel
          initialView="signup"
          signup={{ fields, terms, termsRequired: true, passwordPolicy: "good", signIn: true }}
        />
      }
    >
      {({ user }) => <p>Hello {user.given_name}</p>}
    </SessionGate>
  </Auth0Provider>
);

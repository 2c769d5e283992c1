import { Login } from "@portico/components";
import { useState, type ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { OrganizationForm } from "./organization-form.js";
import { organizationWords } from "./organization-words.js";

/** First the organization, then its sign-in. */
export function OrganizationSignIn(): ReactNode {
  const words = useWords(organizationWords);
  const [chosen, setChosen] = useState<string>();
  if (chosen !== undefined) {
    return (
      <Login
        organization={chosen}
        title={words.signInTo(chosen)}
        appState={{ returnTo: "/organizations" }}
        // The reader has just asked for the form.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onBack={() => setChosen(undefined)}
      />
    );
  }
  return (
    <section className="sheet organization" aria-labelledby="ask">
      <h2 id="ask">{words.askTitle}</h2>
      <p>{words.ask}</p>
      <OrganizationForm onChoose={setChosen} />
    </section>
  );
}

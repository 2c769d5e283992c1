import { useLoginWithConnection, type Invitation } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { organizationWords } from "./organization-words.js";

/** What the address invites to; taking it up is the tenant's business, which asks for everything itself. */
export function InvitationCard({ invitation }: { readonly invitation: Invitation }): ReactNode {
  const { state, loginWithConnection } = useLoginWithConnection();
  const words = useWords(organizationWords);
  const { organizationName = words.someOrganization } = invitation;
  const appState = { returnTo: "/organizations" };
  return (
    <section className="sheet organization" aria-labelledby="invitation">
      <h2 id="invitation">{words.invited(organizationName)}</h2>
      <p>{words.unverified}</p>
      <button
        type="button"
        className="button"
        aria-disabled={state.status === "pending"}
        onClick={() => void loginWithConnection({ ...invitation, appState })}
      >
        {words.accept}
      </button>
      <output>{state.status === "failed" && words.failed}</output>
    </section>
  );
}

import { useLoginWithConnection, type Session } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { OrganizationForm } from "./organization-form.js";
import { organizationWords } from "./organization-words.js";

/** The organization of the session, and the way to another one: the tenant knows the reader already. */
export function MembershipCard({ session }: { readonly session: Session }): ReactNode {
  const { state, loginWithConnection } = useLoginWithConnection();
  const words = useWords(organizationWords);
  const { organization, user } = session;
  const { org_name: name } = user;
  const appState = { returnTo: "/organizations" };
  return (
    <section className="sheet organization" aria-labelledby="membership">
      <h2 id="membership">{organization ? words.member : words.none}</h2>
      {organization && (
        <dl>
          {typeof name === "string" && (
            <div>
              <dt>{words.nameClaim}</dt>
              <dd>
                <bdi>{name}</bdi>
              </dd>
            </div>
          )}
          <div>
            <dt>{words.id}</dt>
            <dd>
              <bdi>
                <code>{organization}</code>
              </bdi>
            </dd>
          </div>
        </dl>
      )}
      <p>{words.switchText}</p>
      <OrganizationForm
        isWaiting={state.status === "pending"}
        onChoose={(chosen) => void loginWithConnection({ organization: chosen, appState })}
      />
      <output>{state.status === "failed" && words.failed}</output>
    </section>
  );
}

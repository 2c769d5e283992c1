import { readInvitation, useSession } from "@portico/react";
import type { ReactNode } from "react";
import { InvitationCard } from "../organizations/invitation-card.js";
import { MembershipCard } from "../organizations/membership-card.js";
import { OrganizationSignIn } from "../organizations/organization-sign-in.js";
import { organizationWords } from "../organizations/organization-words.js";
import { PageTitle } from "../site/page-title.js";
import { Skeleton } from "../site/skeleton.js";
import { useWords } from "../words/use-words.js";
import "../styles/organizations.css";

/** Signing in to an organization, by its name or by an invitation, and which one it became. */
export default function Organizations(): ReactNode {
  const state = useSession();
  const { title } = useWords(organizationWords);
  const invitation = readInvitation();
  if (state.status === "starting") return <Skeleton />;
  return (
    <div className="entrance">
      <PageTitle className="unseen">{title}</PageTitle>
      {invitation && <InvitationCard invitation={invitation} />}
      {!invitation && state.status === "authenticated" && (
        <MembershipCard session={state.session} />
      )}
      {!invitation && state.status === "anonymous" && <OrganizationSignIn />}
    </div>
  );
}

import type { Session } from "@portico/react";
import type { ReactNode } from "react";
import { Claims } from "../account/claims.js";
import { SessionSection } from "../account/session-section.js";
import { SignOut } from "../account/sign-out.js";
import { UserInfoSection } from "../account/user-info-section.js";
import { PageTitle } from "../site/page-title.js";
import "../styles/account.css";

/** Who is signed in, until when, and what the tenant says about it. */
export function Account({ session }: { readonly session: Session }): ReactNode {
  const { user } = session;
  return (
    <div className="account">
      <header>
        <div>
          <PageTitle>{user.name ?? user.email ?? "Your account"}</PageTitle>
          {user.email && user.email !== user.name && <p className="lead">{user.email}</p>}
        </div>
        <SignOut />
      </header>
      <section className="sheet" aria-labelledby="claims">
        <h2 id="claims">What your ID token says</h2>
        <p>Signature and every claim were checked in this browser.</p>
        <Claims of={user} />
      </section>
      <SessionSection session={session} />
      <UserInfoSection />
    </div>
  );
}

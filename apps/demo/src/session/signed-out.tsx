import type { ReactNode } from "react";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";

/** What is left of a page after signing out on it. */
export function SignedOut(): ReactNode {
  return (
    <div className="narrow">
      <PageTitle>You’re signed out</PageTitle>
      <p>
        <Link href="/sign-in">Sign in again</Link>
      </p>
    </div>
  );
}

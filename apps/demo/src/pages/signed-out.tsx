import type { ReactNode } from "react";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";

/** What is left of a page after signing out on it, and the way back. */
export function SignedOut({ signIn }: { readonly signIn: string }): ReactNode {
  return (
    <div className="narrow">
      <PageTitle>You’re signed out</PageTitle>
      <p>
        <Link href={signIn}>Sign in again</Link>
      </p>
    </div>
  );
}

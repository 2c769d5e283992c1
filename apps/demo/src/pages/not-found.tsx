import type { ReactNode } from "react";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";

/** For an address that leads nowhere. */
export function NotFound(): ReactNode {
  return (
    <div className="narrow">
      <PageTitle>This room isn’t on the plan</PageTitle>
      <p>The address may be mistyped, or the page has moved.</p>
      <p>
        <Link href="/">Go to the start page</Link>
      </p>
    </div>
  );
}

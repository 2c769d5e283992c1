import { useSession } from "@portico/react";
import type { ReactNode } from "react";
import { useAddress } from "../routing/address.js";
import { Redirect } from "../routing/redirect.js";
import { returnToOf } from "../routing/return-to.js";
import { PageTitle } from "../site/page-title.js";

interface EntranceProps {
  readonly title: string;
  /** Keeps whoever has just signed in, such as while a new recovery code is shown. */
  readonly isHolding?: boolean;
  readonly children: ReactNode;
}

/** A page to sign in on; whoever is signed in goes on to where they wanted. */
export function Entrance({ title, isHolding = false, children }: EntranceProps): ReactNode {
  const returnTo = returnToOf(useAddress());
  const { status } = useSession();
  if (status === "authenticated" && !isHolding) return <Redirect to={returnTo} />;
  return (
    <div className="entrance">
      <PageTitle className="unseen">{title}</PageTitle>
      {children}
    </div>
  );
}

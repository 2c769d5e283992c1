import { useSession, type Session } from "@portico/react";
import type { ReactNode } from "react";
import { useAddress } from "../routing/address.js";
import { Redirect } from "../routing/redirect.js";
import { withReturnTo } from "../routing/return-to.js";
import { Skeleton } from "../site/skeleton.js";
import { SignedOut } from "./signed-out.js";

/** What only a signed-in reader sees; everybody else signs in first and comes back. */
export function SignedInOnly({
  children,
}: {
  readonly children: (session: Session) => ReactNode;
}): ReactNode {
  const state = useSession();
  const { pathname, search } = useAddress();
  if (state.status === "authenticated") return children(state.session);
  if (state.status === "starting") return <Skeleton />;
  // The browser is on its way to the tenant; another page in between would only flash.
  if (state.reason === "signed_out") return <SignedOut />;
  return <Redirect to={withReturnTo("/sign-in", pathname + search)} />;
}

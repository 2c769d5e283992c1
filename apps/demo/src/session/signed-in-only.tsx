import { useSession, type Session } from "@portico/react";
import { lazy, type ReactNode } from "react";
import { useAddress } from "../routing/address.js";
import { Redirect } from "../routing/redirect.js";
import { signInPath } from "../routing/return-to.js";
import { Skeleton } from "../site/skeleton.js";

const Room = lazy(() => import("../pages/room.js"));

/** What only a signed-in reader sees; everybody else signs in first and comes back. */
export function SignedInOnly({
  children,
}: {
  readonly children: (session: Session) => ReactNode;
}): ReactNode {
  const state = useSession();
  const { pathname, search } = useAddress();
  const signIn = signInPath(pathname + search);
  if (state.status === "authenticated") return children(state.session);
  if (state.status === "starting") return <Skeleton />;
  // The browser is on its way to the tenant; another page in between would only flash.
  if (state.reason === "signed_out") return <Room name="signed-out" signIn={signIn} />;
  return <Redirect to={signIn} />;
}

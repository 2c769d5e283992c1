import { Signup } from "@portico/components";
import { useSession } from "@portico/react";
import type { ReactNode } from "react";
import { useAddress } from "../routing/address.js";
import { Redirect } from "../routing/redirect.js";
import { returnToOf } from "../routing/return-to.js";

/** Portico's sign-up. */
export default function SignUp(): ReactNode {
  const { status } = useSession();
  const returnTo = returnToOf(useAddress());
  if (status === "authenticated") return <Redirect to={returnTo} />;
  return (
    <div className="entrance">
      <Signup passwordPolicy="good" appState={{ returnTo }} />
    </div>
  );
}

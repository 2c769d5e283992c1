import { useSession } from "@portico/react";
import type { ReactNode } from "react";
import { useAddress } from "../routing/address.js";
import { Link } from "../routing/link.js";

/** The name of the house, and the pages that this reader can go to. */
export function SiteHeader(): ReactNode {
  const { status } = useSession();
  return (
    <header className="site-header">
      <Link href="/" className="brand">
        Atrium
      </Link>
      <nav aria-label="Atrium">
        {status === "anonymous" && <EntranceLinks />}
        {status === "authenticated" && (
          <>
            <Link href="/projects">Projects</Link>
            <Link href="/account">Account</Link>
          </>
        )}
      </nav>
    </header>
  );
}

/** From one form to the other the way back goes along. */
function EntranceLinks(): ReactNode {
  const { pathname, search } = useAddress();
  const query = pathname.startsWith("/sign-") ? search : "";
  return (
    <>
      <Link href={`/sign-in${query}`}>Sign in</Link>
      <Link href={`/sign-up${query}`}>Create account</Link>
    </>
  );
}

import { useSession } from "@portico/react";
import type { ReactNode } from "react";
import { Link } from "../routing/link.js";

/** The name of the house, and the pages that this reader can go to. */
export function SiteHeader(): ReactNode {
  return (
    <header className="site-header">
      <Link href="/" className="brand">
        Atrium
      </Link>
      <nav aria-label="Atrium">{links[useSession().status]}</nav>
    </header>
  );
}

const links = {
  starting: null,
  anonymous: (
    <>
      <Link href="/sign-in">Sign in</Link>
      <Link href="/sign-up">Create account</Link>
    </>
  ),
  authenticated: (
    <>
      <Link href="/projects">Projects</Link>
      <Link href="/account">Account</Link>
    </>
  ),
};

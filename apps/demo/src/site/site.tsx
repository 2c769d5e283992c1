import { Suspense, useEffect, type ReactNode } from "react";
import { hasMoved, useAddress } from "../routing/address.js";
import { routeAt } from "../routing/routes.js";
import { SessionNotice } from "../session/session-notice.js";
import { SiteFooter } from "./site-footer.js";
import { SiteHeader } from "./site-header.js";
import { Skeleton } from "./skeleton.js";

/** Header, page and footer. */
export function Site(): ReactNode {
  const { pathname } = useAddress();
  const { title, page } = routeAt(pathname);
  useEffect(() => {
    document.title = `${title} · Atrium`;
  }, [title]);

  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <output className="unseen">{hasMoved() && title}</output>
      <SiteHeader />
      <SessionNotice />
      <main id="main" tabIndex={-1} key={pathname}>
        <Suspense fallback={<Skeleton />}>{page}</Suspense>
      </main>
      <SiteFooter />
    </>
  );
}

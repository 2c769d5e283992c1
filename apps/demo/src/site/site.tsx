import { Suspense, type ReactNode } from "react";
import { useAddress } from "../routing/address.js";
import { pageAt } from "../routing/routes.js";
import { SessionNotice } from "../session/session-notice.js";
import { useSiteWords } from "../words/use-words.js";
import { SiteFooter } from "./site-footer.js";
import { SiteHeader } from "./site-header.js";
import { Skeleton } from "./skeleton.js";

/** Header, page and footer. */
export function Site(): ReactNode {
  const { pathname } = useAddress();
  const { skip } = useSiteWords();
  return (
    <>
      <a className="skip" href="#main">
        {skip}
      </a>
      <SiteHeader />
      <SessionNotice />
      <main id="main" tabIndex={-1} key={pathname}>
        <Suspense fallback={<Skeleton />}>{pageAt(pathname)}</Suspense>
      </main>
      <SiteFooter />
    </>
  );
}

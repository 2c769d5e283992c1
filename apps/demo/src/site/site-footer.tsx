import type { ReactNode } from "react";
import { Link } from "../routing/link.js";
import { localTenant } from "../settings.js";
import { LanguageSwitch } from "../words/language-switch.js";
import { useSiteWords } from "../words/use-words.js";

/** What this site is, all that it shows, where its tenant runs, and the languages. */
export function SiteFooter(): ReactNode {
  const words = useSiteWords();
  return (
    <footer className="site-footer">
      <p>
        {words.what} <Link href="/ways">{words.ways}</Link>
      </p>
      {localTenant && (
        <p>
          {words.tenant} <a href={localTenant}>{new URL(localTenant).host}</a>{" "}
          <a href={`${localTenant}/_tenant/inbox`}>{words.inbox}</a>
        </p>
      )}
      <LanguageSwitch />
    </footer>
  );
}

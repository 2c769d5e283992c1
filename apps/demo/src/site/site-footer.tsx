import type { ReactNode } from "react";
import { localTenant } from "../settings.js";

/** What this site is, and where its tenant runs. */
export function SiteFooter(): ReactNode {
  return (
    <footer className="site-footer">
      <p>Atrium is Portico’s sample application.</p>
      {localTenant && (
        <p>
          Local tenant: <a href={localTenant}>{new URL(localTenant).host}</a>
        </p>
      )}
    </footer>
  );
}

import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";
import type { WindowAnswer } from "./probe-window.js";

/** What became of the window that was opened, if one was. */
export function examineWindow(
  { tenant, find }: Examination,
  page: readonly Finding[],
  { popup, inWindow }: { popup: Window | null | undefined; inWindow: WindowAnswer | undefined },
): Finding[] {
  if (popup === null) return [find("popups_blocked", {})];
  // The page's own policy explains it.
  const isExplained = page.some(({ code }) => code === "opener_policy");
  return inWindow === "cut-off" && !isExplained
    ? [find("popups_cut_off", { origin: tenant.origin })]
    : [];
}

import type { ReactNode } from "react";
import { useSiteWords } from "../words/use-words.js";

/** The outline of a page that is not known yet; it fades in late, so that a quick answer shows nothing. */
export function Skeleton(): ReactNode {
  return (
    <div className="skeleton" aria-busy="true">
      <span className="unseen">{useSiteWords().loading}</span>
    </div>
  );
}

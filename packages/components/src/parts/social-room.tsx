"use client";

import type { ReactNode } from "react";
import { Button } from "./button.js";
import { usePartProps } from "./part-props.js";

/** How many ways in are not folded. */
export const mostShown = 4;

/** As high as the buttons of as many providers, with the line below them, so that nothing moves when they come. */
export function SocialRoom({ count }: { readonly count: number }): ReactNode {
  const partProps = usePartProps();
  const { className } = partProps("social-button");
  return (
    <>
      <div {...partProps("social-list")} aria-hidden="true" data-state="loading">
        {Array.from({ length: Math.min(count, mostShown) }, (_, index) => (
          <Button key={index} className={className} data-kind="social" data-state="held" disabled>
            {blank}
          </Button>
        ))}
        {count > mostShown && <span {...partProps("text-button")}>{blank}</span>}
      </div>
      <p {...partProps("divider")} aria-hidden="true">
        {blank}
      </p>
    </>
  );
}

// As high as a line of words, and nothing to see even where it is underlined.
const blank = "\u200b";

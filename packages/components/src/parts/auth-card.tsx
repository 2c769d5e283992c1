"use client";

import { forwardRef, useId, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { partProps } from "./part-props.js";

/** What `AuthCard` takes besides the attributes of a section. */
export interface AuthCardProps extends ComponentPropsWithoutRef<"section"> {
  /** Shown at the top; null shows nothing. */
  readonly heading: ReactNode;
  /** Names the card where no heading is shown. */
  readonly label: string;
}

/** The surface that a form stands on; its layout follows its own width. */
export const AuthCard = forwardRef<HTMLElement, AuthCardProps>(function AuthCard(
  { heading, label, className, children, ...native },
  ref,
) {
  const id = useId();
  const isNamed = heading !== null && heading !== undefined && heading !== false && heading !== "";
  const name = isNamed ? { "aria-labelledby": id } : { "aria-label": label };
  return (
    <section {...native} {...partProps("card", className)} {...name} ref={ref}>
      <div {...partProps("body")}>
        {isNamed && (
          <h2 {...partProps("title")} id={id}>
            {heading}
          </h2>
        )}
        {children}
      </div>
    </section>
  );
});

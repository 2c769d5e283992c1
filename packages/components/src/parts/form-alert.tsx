"use client";

import type { ComponentPropsWithoutRef } from "react";
import { WarningIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `FormAlert` takes besides the attributes of a div. */
export interface FormAlertProps extends ComponentPropsWithoutRef<"div"> {
  /** Which message this is: the same words said again are announced again. */
  readonly attempt?: number | undefined;
  /** A stale message keeps its place, unseen, until the next answer. */
  readonly isStale?: boolean | undefined;
  /** A notice explains the next step; it is no mistake of anybody's. */
  readonly tone?: "danger" | "notice" | undefined;
}

/** What went wrong with the form as a whole. The live region stands in the page before its message does. */
export const FormAlert = slot<FormAlertProps, HTMLDivElement>(
  "FormAlert",
  function FormAlert(
    { attempt, isStale = false, tone = "danger", className, children, ...native },
    ref,
  ) {
    const partProps = usePartProps();
    const state = !children ? "empty" : isStale ? "stale" : "shown";
    return (
      <div
        role="alert"
        {...native}
        {...partProps("alert", className)}
        ref={ref}
        data-state={state}
        data-tone={tone}
      >
        {children && (
          <div {...partProps("alert-message")} key={attempt}>
            <WarningIcon />
            <p>{children}</p>
          </div>
        )}
      </div>
    );
  },
);

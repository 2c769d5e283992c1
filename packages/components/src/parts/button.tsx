"use client";

import type { ComponentPropsWithoutRef } from "react";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `Button` takes besides the attributes of a button. */
export interface ButtonProps extends ComponentPropsWithoutRef<"button"> {
  /** One primary button a screen; `quiet` if not given. */
  readonly variant?: "primary" | "quiet" | undefined;
}

/** A button of full width. */
export const Button = slot<ButtonProps, HTMLButtonElement>(
  "Button",
  function Button({ variant = "quiet", className, ...native }, ref) {
    const partProps = usePartProps();
    return (
      <button
        type="button"
        {...native}
        {...partProps("button", className)}
        ref={ref}
        data-variant={variant}
      />
    );
  },
);
